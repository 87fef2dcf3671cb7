import { VisuallyHidden } from '@backstage/ui';
import type { CheckResult } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { ExpiringChip } from '../shared/chips/ExpiringChip';
import { VerdictChip } from '../shared/chips/VerdictChip';
import { Limit } from '../shared/Limit';
import { AnswerSource } from '../Checks/AnswerSource';
import classes from './Readiness.module.css';
import { RequiredFor } from './RequiredFor';

/**
 * A check in two lines. It is read as "question, fail, required for launch": the
 * chip is only seen before the question.
 */
export function CheckSummary({ check }: { check: CheckResult }) {
  const { t } = usePilotTranslation();
  const { question, verdict, required, source, expiresAt } = check;
  // That an automatic answer will be asked for again is no news.
  const isSigned = source === 'attestation' || source === 'report';
  return (
    <span className={classes.summary}>
      <span className={classes.question}>{question}</span>
      <VisuallyHidden>, </VisuallyHidden>
      <span className={classes.verdict}>
        <VerdictChip verdict={verdict} />
      </span>
      <span className={classes.source}>
        {required.length > 0 && (
          <span className={classes.piece}>
            <VisuallyHidden>, </VisuallyHidden>
            <RequiredFor phases={required} />
          </span>
        )}
        <span className={classes.piece}>
          <VisuallyHidden>, </VisuallyHidden>
          <AnswerSource check={check} />
        </span>
        {isSigned && expiresAt && (
          <span className={classes.piece}>
            <VisuallyHidden>, </VisuallyHidden>
            {t('readiness.expires', { when: <Limit iso={expiresAt} /> })}
          </span>
        )}
        {check.expiresSoon && expiresAt && (
          <span className={classes.piece}>
            <VisuallyHidden>, </VisuallyHidden>
            <ExpiringChip expiresAt={expiresAt} />
          </span>
        )}
      </span>
    </span>
  );
}
