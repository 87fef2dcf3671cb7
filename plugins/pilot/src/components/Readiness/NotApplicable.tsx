import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { CheckResult } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { VerdictChip } from '../shared/chips/VerdictChip';
import classes from './Readiness.module.css';

/** What is not asked about the entity, folded away. */
export function NotApplicable({ checks }: { checks: readonly CheckResult[] }) {
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
