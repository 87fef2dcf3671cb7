import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { CompareDialog } from './CompareDialog';
import classes from './Fragmentation.module.css';
import { MergeDialog } from './MergeDialog';
import { ReasonDialog } from './ReasonDialog';
import { useMemberNames } from './useMemberNames';

type Opened = 'compare' | 'merge' | 'dismiss';

/** Offers the actions on targets that look alike. */
export function GroupActions(props: {
  group: FragmentationGroup;
  onMerged: (moved: number, into: string) => void;
  /** Gets the id by which the group can be shown again. */
  onDismissed: (id: string) => void;
  onLatest: () => void;
}) {
  const { group, onMerged, onDismissed, onLatest } = props;
  const { members, can } = group;
  const { t } = usePilotTranslation();
  const pilotApi = useApi(pilotApiRef);
  const { namesOf } = useMemberNames();
  const [opened, setOpened] = useState<Opened>();
  const offered: Opened[] = [
    ...(members.length > 1 ? (['compare'] as const) : []),
    ...(can.merge === true ? (['merge'] as const) : []),
    ...(can.dismiss === true && !group.dismissed ? (['dismiss'] as const) : []),
  ];
  const dialog = (which: Opened) => ({
    isOpen: opened === which,
    onOpenChange: (isOpen: boolean) => setOpened(isOpen ? which : undefined),
  });

  return (
    <div className={classes.line}>
      {offered.map(which => (
        <Button
          key={which}
          size="small"
          variant="secondary"
          aria-label={`${t(`fragmentation.${which}`)}, ${namesOf(members)}`}
          onPress={() => setOpened(which)}
        >
          {t(`fragmentation.${which}`)}
        </Button>
      ))}
      <CompareDialog members={members} {...dialog('compare')} />
      {can.merge === true && members.length > 1 && (
        <MergeDialog group={group} onMerged={onMerged} {...dialog('merge')} />
      )}
      <ReasonDialog
        form={`dismiss ${group.key}`}
        title={t('fragmentation.dismiss')}
        label={t('fragmentation.dismissReason')}
        missing={t('fragmentation.dismissReasonMissing')}
        submit={t('fragmentation.hide')}
        onLatest={() => {
          setOpened(undefined);
          onLatest();
        }}
        onSubmit={async reason => {
          const { key } = group;
          const { id } = await pilotApi.dismissFragmentation({ key, reason });
          onDismissed(id);
        }}
        {...dialog('dismiss')}
      >
        {t('fragmentation.dismissEffect', { names: namesOf(members) })}
      </ReasonDialog>
    </div>
  );
}
