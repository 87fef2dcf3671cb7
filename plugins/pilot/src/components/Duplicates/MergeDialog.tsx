import { useApi } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  isBlank,
  type FragmentationGroup,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useForm } from '../../hooks/useForm';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Fragmentation.module.css';
import { ReasonFormDialog } from './ReasonDialog';
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
  const form = useForm({
    name: `merge ${group.key}`,
    initial: { into: most.target, from: less[0].target, reason: '' },
    problems: ({ into, from, reason }) => ({
      from: from === into && t('fragmentation.sameTarget'),
      reason: isBlank(reason) && t('fragmentation.mergeReasonMissing'),
    }),
    send: ({ into, from, reason }) =>
      pilotApi.mergeTargets({ from, into, reason: reason.trim() }),
  });
  const { into, from } = form.draft;
  const nameOfRef = (target: string) =>
    nameOf(members.find(member => member.target === target) ?? most);
  const options = members.map(member => ({
    id: member.target,
    label: nameOf(member),
  }));
  const isSame = from === into;

  const merge = () =>
    form.submit(({ moved }) => {
      onOpenChange(false);
      cache.demand(from).expire();
      cache.demand(into).expire();
      onMerged(moved, nameOfRef(into));
    });
  return (
    <ReasonFormDialog
      form={form}
      title={t('fragmentation.mergeTitle')}
      label={t('fragmentation.mergeReason')}
      submit={t('fragmentation.move')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onLatest={() => onOpenChange(false)}
      onSubmit={merge}
    >
      <Select
        label={t('fragmentation.into')}
        options={options}
        value={into}
        onChange={target => form.change({ into: String(target) })}
      />
      <Select
        ref={form.field('from').ref}
        label={t('fragmentation.from')}
        options={options}
        value={from}
        isInvalid={isSame}
        onChange={target => form.change({ from: String(target) })}
      />
      <p className={classes.text} role="status">
        {isSame
          ? t('fragmentation.sameTarget')
          : t('fragmentation.mergeEffect', {
              from: nameOfRef(from),
              into: nameOfRef(into),
            })}
      </p>
    </ReasonFormDialog>
  );
}
