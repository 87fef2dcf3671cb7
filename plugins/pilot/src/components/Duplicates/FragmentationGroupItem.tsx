import { useId, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text, Link } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useAction } from '../../hooks/useAction';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRefLabel } from '../../hooks/useRefLabel';
import { LevelChip } from '../shared/chips/LevelChip';
import { PhaseChip } from '../shared/chips/PhaseChip';
import { FailureAlert } from '../shared/FailureAlert';
import { Instant } from '../shared/Instant';
import { UserText } from '../shared/UserText';
import classes from './Fragmentation.module.css';
import { GroupActions } from './GroupActions';
import { GroupReasons } from './GroupReasons';
import { useMemberNames, type Member } from './useMemberNames';

/** Targets that teams are about to build twice. */
export function FragmentationGroupItem(props: {
  group: FragmentationGroup;
  onMerged: (moved: number, into: string) => void;
  onStatus: (status: string) => void;
  onLatest: () => void;
}) {
  const { group, onMerged, onStatus, onLatest } = props;
  const { t } = usePilotTranslation();
  const pilotApi = useApi(pilotApiRef);
  const { namesOf } = useMemberNames();
  const heading = useId();
  const action = useAction();
  // What is dismissed here stays where it is, to be undone.
  const [justDismissed, setJustDismissed] = useState<string>();
  const [isRestored, setIsRestored] = useState(false);
  const dismissal =
    justDismissed ?? (isRestored ? undefined : group.dismissed?.id);
  const names = namesOf(group.members);

  const restore = (id: string) =>
    action.run(async () => {
      await pilotApi.restoreFragmentation(id);
      setJustDismissed(undefined);
      setIsRestored(true);
      onStatus(t('fragmentation.restored'));
    });
  return (
    <li>
      <article className={classes.group} aria-labelledby={heading}>
        <Text as="h3" variant="body-large" weight="bold" id={heading}>
          {names}
        </Text>
        {group.dismissed && !isRestored && (
          <DismissedNote dismissed={group.dismissed} />
        )}
        {!justDismissed && (
          <>
            <GroupReasons group={group} />
            <ul className={classes.lines}>
              {group.members.map(member => (
                <MemberLine key={member.target} member={member} />
              ))}
            </ul>
            <Text as="p" variant="body-medium" className={classes.text}>
              {t('fragmentation.together', {
                teams: t('demand.teams', { count: group.teams }),
              })}
            </Text>
            <GroupActions
              group={isRestored ? { ...group, dismissed: null } : group}
              onMerged={onMerged}
              onDismissed={id => {
                setJustDismissed(id);
                onStatus(t('fragmentation.dismissed'));
              }}
              onLatest={onLatest}
            />
          </>
        )}
        {dismissal && group.can.dismiss === true && (
          <div className={classes.line}>
            {justDismissed && <span>{t('fragmentation.dismissed')}</span>}
            <Button
              size="small"
              variant="secondary"
              // eslint-disable-next-line jsx-a11y/no-autofocus -- the button that had focus has just gone
              autoFocus={justDismissed !== undefined}
              aria-label={`${restoreText()}, ${names}`}
              isPending={action.isPending}
              onPress={() => restore(dismissal)}
            >
              {restoreText()}
            </Button>
          </div>
        )}
        {action.error && (
          <FailureAlert
            error={action.error}
            attempt="change"
            onRetry={action.retry}
            onLatest={onLatest}
          />
        )}
      </article>
    </li>
  );

  function restoreText() {
    return t(justDismissed ? 'need.undo' : 'fragmentation.restore');
  }
}

/** One of the targets that look alike: its demand, and whose it is. */
function MemberLine({ member }: { member: Member }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const { nameOf } = useMemberNames();
  const link = useDemandLink();
  const { target, owner, phase, score, level, teams } = member;
  return (
    <li className={classes.line}>
      <Link href={link(target)} weight="bold">
        {nameOf(member)}
      </Link>
      {phase && <PhaseChip phase={phase} />}
      <Text className={classes.figure}>{numbers.score(score)}</Text>
      <LevelChip level={level} />
      <span>{t('demand.teams', { count: teams })}</span>
      {owner && <EntityRefLink entityRef={owner} defaultKind="group" />}
    </li>
  );
}

/** Says who found that a group is no duplicate, when and why. */
function DismissedNote(props: {
  dismissed: NonNullable<FragmentationGroup['dismissed']>;
}) {
  const { by, at, reason } = props.dismissed;
  const { t } = usePilotTranslation();
  const labelOf = useRefLabel();
  const when = <Instant iso={at} />;
  return (
    <div>
      <p className={classes.text}>
        {by
          ? t('fragmentation.dismissedBy', { who: labelOf(by), when })
          : t('fragmentation.dismissedAt', { when })}
      </p>
      <UserText>{`"${reason}"`}</UserText>
    </div>
  );
}
