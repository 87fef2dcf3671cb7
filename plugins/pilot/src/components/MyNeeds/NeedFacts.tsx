import { Link, Text } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useAuthorName, useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import {
  InternalChip,
  InterestStatusChip,
} from '../shared/chips/InterestStatusChip';
import { UrgencyLabel } from '../shared/chips/UrgencyLabel';
import { Instant } from '../shared/Instant';
import { UserText } from '../shared/UserText';
import classes from './MyNeeds.module.css';

/** Shows an interest: its target, its team, and what became of it. */
export function NeedFacts(props: {
  interest: Interest;
  name: string;
  /** Also who asked: it is not always the reader. */
  hasAuthor: boolean;
}) {
  const { interest, name, hasAuthor } = props;
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const team = useName(interest.team);
  const author = useAuthorName(interest);
  const { target, targetGone, movedAway } = interest;
  const { status, statusNote, statusAt } = interest;
  return (
    <>
      <div className={classes.line}>
        {targetGone ? (
          <Text weight="bold">{name}</Text>
        ) : (
          <Link href={link(target)} weight="bold">
            {name}
          </Link>
        )}
        {targetGone && (
          <span>{t(movedAway ? 'myNeeds.moved' : 'myNeeds.gone')}</span>
        )}
        <span>{hasAuthor ? author : team}</span>
        <UrgencyLabel urgency={interest.urgency} />
        <InterestStatusChip status={status} />
        {interest.internal && <InternalChip />}
        <span>
          {statusAt && status !== 'withdrawn'
            ? t('myNeeds.answered', { when: <Instant iso={statusAt} /> })
            : t('need.askedOn', { when: <Instant iso={interest.createdAt} /> })}
        </span>
      </div>
      {interest.useCase && <UserText>{interest.useCase}</UserText>}
      {statusNote && (
        <UserText>
          {status === 'declined'
            ? t('need.declinedReason', { reason: statusNote })
            : `"${statusNote}"`}
        </UserText>
      )}
    </>
  );
}
