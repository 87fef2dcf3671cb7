import { useState } from 'react';
import { Text } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { concreteness } from '../../format/concreteness';
import { useAction } from '../../hooks/useAction';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import {
  InternalChip,
  InterestStatusChip,
} from '../shared/chips/InterestStatusChip';
import { UrgencyLabel } from '../shared/chips/UrgencyLabel';
import { FailureAlert } from '../shared/FailureAlert';
import { Instant } from '../shared/Instant';
import { UserText } from '../shared/UserText';
import classes from './NeedDialog.module.css';
import { StandingActions, WithdrawnActions } from './InterestActions';

/** One interest of the reader, with what can be done about it. */
export function AskedInterest(props: {
  interest: Interest;
  isFocused: boolean;
  onEdit: () => void;
  onWithdrawn: () => void;
  onStatus: (status: string) => void;
}) {
  const { interest, isFocused, onEdit, onWithdrawn, onStatus } = props;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const team = useName(interest.team);
  const [isRestored, setIsRestored] = useState(false);
  const action = useAction();
  // Several of these stand in one dialog, each with the same words on it.
  const nameOf = (text: string) =>
    [text, team, shortened(interest.useCase)].filter(Boolean).join(', ');

  const confirm = () =>
    action.run(async () => {
      await cache.confirm(interest);
      onStatus(t('need.confirmed'));
    });
  const withdraw = () =>
    action.run(async () => {
      onWithdrawn();
      await cache.withdraw(interest);
      onStatus(t('need.withdrawn'));
    });
  const restore = () =>
    action.run(async () => {
      const { id, target } = interest;
      setIsRestored(true);
      await cache.record(target, { id, team: interest.team });
      onStatus('');
    });

  return (
    <li className={classes.interest}>
      {interest.status === 'withdrawn' ? (
        <WithdrawnActions
          isPending={action.isPending}
          nameOf={nameOf}
          onRestore={restore}
        />
      ) : (
        <>
          <AskedFacts interest={interest} team={team} />
          <StandingActions
            interest={interest}
            isPending={action.isPending}
            focus={isRestored ? 'withdraw' : isFocused && 'edit'}
            nameOf={nameOf}
            onConfirm={confirm}
            onEdit={onEdit}
            onWithdraw={withdraw}
          />
        </>
      )}
      {action.error && (
        <FailureAlert
          error={action.error}
          attempt="change"
          onRetry={action.retry}
          onLatest={() => cache.own(interest.target).reload()}
        />
      )}
    </li>
  );
}

function shortened(text: string | null): string {
  const characters = [...(text ?? '').trim()];
  return characters.length > 60
    ? `${characters.slice(0, 60).join('')}…`
    : characters.join('');
}

/** Shows an interest as recorded, and what became of it. */
function AskedFacts(props: { interest: Interest; team: string }) {
  const { interest, team } = props;
  const { status, statusNote } = interest;
  const { t } = usePilotTranslation();
  return (
    <>
      <div className={classes.facts}>
        <Text weight="bold">{team}</Text>
        <UrgencyLabel urgency={interest.urgency} />
        <InterestStatusChip status={status} />
        {interest.internal && <InternalChip />}
        <span>
          {t('need.askedOn', { when: <Instant iso={interest.createdAt} /> })}
        </span>
        <span>{t(`concrete.${concreteness(interest.specificity)}`)}</span>
      </div>
      {interest.useCase && <UserText>{interest.useCase}</UserText>}
      {statusNote && (
        <UserText>
          {status === 'declined'
            ? t('need.declinedReason', { reason: statusNote })
            : `"${statusNote}"`}
        </UserText>
      )}
      {status === 'adopted' && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('need.adopted')}
        </Text>
      )}
    </>
  );
}
