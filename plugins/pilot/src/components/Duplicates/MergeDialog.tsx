import { useApi } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useFormDraft } from '../../hooks/useFormDraft';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Fragmentation.module.css';
import { ReasonDialog } from './ReasonDialog';
import { useMemberNames } from './useMemberNames';

/** Moves all interest of one target to another one that does the same. */
export function MergeDialog(props: {
  group: FragmentationGroup;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onMerged: (moved: number, into: string) => void;
}) {
  const { group, isOpen, onOpenChange, onMerged } = props;
  const { members } = group;
  const { t } = usePilotTranslation();
  const pilotApi = useApi(pilotApiRef);
  const cache = usePilotCache();
  const { nameOf } = useMemberNames();
  const [most, ...less] = [...members].sort((a, b) => b.score - a.score);
  const choice = useFormDraft(`merge ${group.key} targets`, {
    into: most.target,
    from: less[0].target,
  });
  const { into, from } = choice.draft;
  const nameOfRef = (target: string) =>
    nameOf(members.find(member => member.target === target) ?? most);
  const options = members.map(member => ({
    id: member.target,
    label: nameOf(member),
  }));
  const isSame = from === into;

  const merge = async (reason: string) => {
    const { moved } = await pilotApi.mergeTargets({ from, into, reason });
    choice.drop();
    cache.demand(from).expire();
    cache.demand(into).expire();
    onMerged(moved, nameOfRef(into));
  };
  return (
    <ReasonDialog
      form={`merge ${group.key}`}
      title={t('fragmentation.mergeTitle')}
      label={t('fragmentation.mergeReason')}
      missing={t('fragmentation.mergeReasonMissing')}
      submit={t('fragmentation.move')}
      isBlocked={isSame}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onLatest={() => onOpenChange(false)}
      onSubmit={merge}
    >
      <Select
        label={t('fragmentation.into')}
        options={options}
        value={into}
        onChange={target => choice.change({ into: String(target) })}
      />
      <Select
        label={t('fragmentation.from')}
        options={options}
        value={from}
        isInvalid={isSame}
        onChange={target => choice.change({ from: String(target) })}
      />
      <p className={classes.text} role="status">
        {isSame
          ? t('fragmentation.sameTarget')
          : t('fragmentation.mergeEffect', {
              from: nameOfRef(from),
              into: nameOfRef(into),
            })}
      </p>
    </ReasonDialog>
  );
}
