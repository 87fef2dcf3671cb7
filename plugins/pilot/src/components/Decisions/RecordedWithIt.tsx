import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** "Recorded with it: score 47 Strong, 5 teams, readiness 62%, 0 left." */
export function RecordedWithIt(props: { pilot: Pilot; hasGate: boolean }) {
  const { pilot, hasGate } = props;
  const { demand, readiness, gate } = pilot;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const list = new Intl.ListFormat(useLanguage(), {
    type: 'unit',
    style: 'short',
  });
  const facts = [
    t('gate.fact.score', {
      score: numbers.score(demand.score),
      level: t(`level.${demand.level}`),
    }),
    t('demand.teams', { count: demand.counts.teams }),
    ...(readiness && readiness.score !== null
      ? [
          t('gate.fact.readiness', {
            percent: numbers.percent(readiness.score),
          }),
        ]
      : []),
    ...(hasGate && gate
      ? [t('gate.fact.left', { number: numbers.count(gate.left.length) })]
      : []),
  ];
  return <>{t('gate.recorded', { facts: list.format(facts) })}</>;
}
