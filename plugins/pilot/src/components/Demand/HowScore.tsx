import { Text } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePartSentences } from './usePartSentences';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import classes from './DemandCard.module.css';
import { DemandPartLine } from './DemandPartLine';
import { Explanation } from '../shared/Explanation';

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
