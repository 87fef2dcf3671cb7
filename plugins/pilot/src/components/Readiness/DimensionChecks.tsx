import {
  AccordionGroup,
  Accordion,
  AccordionPanel,
  AccordionTrigger,
} from '@backstage/ui';
import type {
  CheckResult,
  DimensionScore,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { VerdictChip } from '../shared/chips/VerdictChip';
import { Panel } from '../shared/Panel';
import { CheckRow } from './CheckRow';
import classes from './Readiness.module.css';
import type { Arrival } from './useArrival';

/** The checks of one dimension, those to work on first. */
export function DimensionChecks(props: {
  readiness: Readiness;
  score: DimensionScore;
  checks: readonly CheckResult[];
  /** Checks that do not apply to the entity. */
  others: readonly CheckResult[];
  open: ReadonlySet<string>;
  arrival: Arrival | undefined;
  onOpen: (open: ReadonlySet<string>) => void;
}) {
  const { readiness, score, checks, others, open, arrival, onOpen } = props;
  const { dimension } = score;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const name = t(`dimension.${dimension}`);
  return (
    <Panel
      title={
        score.score === null
          ? name
          : t('readiness.percentOf', {
              dimension: name,
              percent: numbers.percent(score.score),
            })
      }
      actions={
        score.unknown > 0 && (
          <span>{t('readiness.unknown', { count: score.unknown })}</span>
        )
      }
    >
      <AccordionGroup
        allowsMultiple
        className={classes.rows}
        expandedKeys={[...open]}
        onExpandedChange={keys => onOpen(new Set([...keys].map(String)))}
      >
        {checks.map(check => (
          <CheckRow
            key={check.id}
            readiness={readiness}
            check={check}
            isOpen={open.has(check.id)}
            arrival={arrival?.check === check.id ? arrival.key : undefined}
          />
        ))}
      </AccordionGroup>
      {others.length > 0 && <NotApplicable checks={others} />}
    </Panel>
  );
}

/** Lists the checks that do not apply to the entity, folded away. */
function NotApplicable({ checks }: { checks: readonly CheckResult[] }) {
  const { t } = usePilotTranslation();
  return (
    <Accordion className={classes.row}>
      <AccordionTrigger level={4}>
        {t('readiness.notApplicable', { count: checks.length })}
      </AccordionTrigger>
      <AccordionPanel>
        <ul className={classes.list}>
          {checks.map(({ id, question, answer, verdict }) => (
            <li key={id} className={classes.line}>
              <VerdictChip verdict={verdict} />
              <span>
                {question} {answer}
              </span>
            </li>
          ))}
        </ul>
      </AccordionPanel>
    </Accordion>
  );
}
