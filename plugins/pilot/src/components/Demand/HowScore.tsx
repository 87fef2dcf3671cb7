import { Text } from '@backstage/ui';
import type {
  Demand,
  DemandPart,
  DemandCounts,
  DemandPartKey,
} from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { Explanation } from '../shared/Explanation';
import classes from './DemandCard.module.css';

const figures = ['raw', 'value', 'weight', 'contribution'] as const;

/** Each part of a score in numbers, as they were sent, and the rule for them. */
export function HowScore({ demand }: { demand: Demand }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const policy = useResource(usePilotCache().policy);
  const sentences = usePartSentences(demand.counts);
  const time = formatAsOf(demand.asOf, useLanguage());
  // A score of the past may have been made by another rule.
  const isSamePolicy =
    policy.state === 'ready' && policy.value.fingerprint === demand.policy;
  return (
    <Explanation title={t('demand.how')}>
      <dl className={classes.parts}>
        {demand.parts.map(part => (
          <DemandPartLine
            key={part.key}
            part={part}
            sentence={sentences[part.key] ?? ''}
          />
        ))}
      </dl>
      {isSamePolicy && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('demand.halfLife', {
            days: numbers.count(policy.value.demand.halfLifeDays),
          })}
        </Text>
      )}
      <Text as="p" variant="body-medium" className={classes.text}>
        {t('demand.asOf', { time })} ·{' '}
        {t('demand.policy', { fingerprint: demand.policy })}
      </Text>
      {policy.state === 'ready' && !isSamePolicy && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('demand.earlierPolicy')}
        </Text>
      )}
    </Explanation>
  );
}

/** One part of a score: what it says, then its numbers. */
function DemandPartLine(props: { part: DemandPart; sentence: string }) {
  const { part, sentence } = props;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return (
    <div>
      <dt>{t(`demand.${part.key}`)}</dt>
      <dd>{sentence}</dd>
      <dd className={classes.figure}>
        {figures
          .map(key => `${t(`demand.${key}`)} ${numbers.part(part[key])}`)
          .join(' · ')}
      </dd>
    </div>
  );
}

/** Says in a sentence what each part of a score counts. */
export function usePartSentences(
  counts: DemandCounts,
): Record<DemandPartKey, string> {
  const { t } = usePilotTranslation();
  const teams = t('demand.teams', { count: counts.teams });
  const interests = t('demand.interests', { count: counts.interests });
  return {
    number: t('demand.numberIs', { interests, teams }),
    breadth: t('demand.breadthIs', { teams }),
    specific: t('demand.specificIs', { count: counts.useCases }),
  };
}
