import type { DecisionSnapshot } from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Fact, FactList } from '../shared/FactList';
import { VerdictChip } from '../shared/chips/VerdictChip';
import classes from './Decisions.module.css';
import { SnapshotGate } from './SnapshotGate';

/** Everything that a decision was recorded with. */
export function SnapshotFacts({ snapshot }: { snapshot: DecisionSnapshot }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const time = formatAsOf(snapshot.asOf, useLanguage());
  const dimensions = snapshot.dimensions.flatMap(({ dimension, score }) =>
    score === null
      ? []
      : [
          t('decisions.dimension', {
            dimension: t(`dimension.${dimension}`),
            percent: numbers.percent(score),
          }),
        ],
  );
  return (
    <div className={classes.lines}>
      <FactList>
        <Fact name={t('decisions.demand')}>
          {t('decisions.demandIs', {
            score: numbers.score(snapshot.score),
            level: t(`level.${snapshot.level}`),
            counts: t('demand.counts', {
              first: t('demand.teams', { count: snapshot.teams }),
              second: t('demand.interests', { count: snapshot.interests }),
              third: t('demand.adopters', { count: snapshot.adopters }),
            }),
          })}
        </Fact>
        {!snapshot.readinessHidden && (
          <>
            <Fact name={t('decisions.gate')}>
              <SnapshotGate snapshot={snapshot} />
            </Fact>
            <Fact name={t('decisions.readiness')}>
              {snapshot.readiness === null
                ? t('decisions.noChecks')
                : [
                    t('readiness.full', {
                      percent: numbers.percent(snapshot.readiness),
                    }),
                    ...dimensions,
                  ].join(' · ')}
            </Fact>
          </>
        )}
        {snapshot.checks.length > 0 && (
          <Fact name={t('decisions.checks')}>
            <ul className={classes.checks}>
              {snapshot.checks.map(({ id, question, verdict }) => (
                <li key={id}>
                  <VerdictChip verdict={verdict} /> {question}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </FactList>
      <span>
        {t('decisions.asOf', {
          asOf: t('demand.asOf', { time }),
          policy: t('demand.policy', { fingerprint: snapshot.policy }),
        })}
      </span>
    </div>
  );
}
