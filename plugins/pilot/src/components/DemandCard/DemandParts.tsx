import { Text } from '@backstage/ui';
import type {
  Demand,
  DemandPartKey,
} from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import classes from './DemandCard.module.css';
import { DemandPartLine } from './DemandPartLine';
import { Explanation } from './Explanation';

/** Each part of a score in a sentence, then in numbers, as they were sent. */
export function DemandParts({ demand }: { demand: Demand }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const policy = useResource(usePilotCache().policy);
  const time = formatAsOf(demand.asOf, useLanguage());
  const { counts } = demand;
  const teams = t('demand.teams', { count: counts.teams });
  const interests = t('demand.interests', { count: counts.interests });
  const sentences: Record<DemandPartKey, string> = {
    number: t('demand.numberIs', { interests, teams }),
    breadth: t('demand.breadthIs', { teams }),
    specific: t('demand.specificIs', { count: counts.useCases }),
  };
  return (
    <Explanation title={t('demand.how')}>
      <dl className={classes.parts}>
        {demand.parts.map(part => (
          <DemandPartLine
            key={part.key}
            part={part}
            sentence={sentences[part.key]}
          />
        ))}
      </dl>
      {policy.state === 'ready' && (
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
    </Explanation>
  );
}
