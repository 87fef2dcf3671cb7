import { Text } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { InternalChip } from '../shared/chips/InternalChip';
import { InterestStatusChip } from '../shared/chips/InterestStatusChip';
import { UrgencyLabel } from '../shared/chips/UrgencyLabel';
import { Instant } from '../shared/Instant';
import { UserText } from '../shared/UserText';
import { concreteness } from '../../format/concreteness';
import classes from './NeedDialog.module.css';

/** What was recorded, and what became of it. */
export function AskedFacts(props: { interest: Interest; team: string }) {
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
