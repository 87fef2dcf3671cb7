import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type {
  DecisionSnapshot,
  GateLeft,
} from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePhaseWord } from '../../hooks/usePhaseWord';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { decisionTexts } from '../../texts/decisionTexts';
import { VerdictChip } from '../shared/chips/VerdictChip';
import { Fact, FactList } from '../shared/FactList';
import classes from './Decisions.module.css';

/** One press away from a decision: score, gate and readiness as they were. */
export function Snapshot(props: { title: string; snapshot: DecisionSnapshot }) {
  return (
    <Accordion className={classes.snapshot}>
      <AccordionTrigger level={4}>{props.title}</AccordionTrigger>
      <AccordionPanel>
        <SnapshotFacts snapshot={props.snapshot} />
      </AccordionPanel>
    </Accordion>
  );
}

/** Everything that a decision was recorded with. */
function SnapshotFacts({ snapshot }: { snapshot: DecisionSnapshot }) {
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

/** Shows what was left before the gate of that day. */
function SnapshotGate({ snapshot }: { snapshot: DecisionSnapshot }) {
  const { gate, checks } = snapshot;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const wordOf = usePhaseWord();
  const textOf = (thing: GateLeft): string => {
    if (thing.code === 'check') {
      return (
        checks.find(({ id }) => id === thing.check)?.question ?? thing.check
      );
    }
    return Object.hasOwn(decisionTexts.gate.number, thing.code)
      ? t(`gate.number.${thing.code}`, {
          value: numbers.score(thing.value),
          needed: numbers.count(thing.needed),
        })
      : thing.code;
  };
  if (!gate) return <>{t('decisions.noGate')}</>;
  const phase = wordOf(gate.to);
  if (gate.left.length === 0) return <>{t('gate.none', { phase })}</>;
  return (
    <>
      {t('gate.left', { count: gate.left.length, phase })}
      <ul className={classes.left}>
        {gate.left.map(thing => (
          <li key={thing.code === 'check' ? thing.check : thing.code}>
            {textOf(thing)}
          </li>
        ))}
      </ul>
    </>
  );
}
