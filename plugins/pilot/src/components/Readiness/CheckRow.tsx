import { useEffect, useRef } from 'react';
import { RiTimerLine } from '@remixicon/react';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import type {
  CheckResult,
  Readiness,
  Phase,
} from '@pilot-to-platform/plugin-pilot-common';
import { daysUntil } from '../../format/formatLimit';
import { useLanguage } from '../../hooks/useLanguage';
import { usePhaseWord } from '../../hooks/usePhaseWord';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { AnswerSource } from '../Checks/AnswerSource';
import { StatusChip } from '../shared/chips/StatusChip';
import { VerdictChip } from '../shared/chips/VerdictChip';
import { Limit } from '../shared/Instant';
import { CheckDetails } from './CheckDetails';
import classes from './Readiness.module.css';

/** A check in two lines; opened, everything about it and what can be done. */
export function CheckRow(props: {
  readiness: Readiness;
  check: CheckResult;
  isOpen: boolean;
  /** Changes each time that the reader was sent to this check. */
  arrival?: string;
}) {
  const { readiness, check, isOpen, arrival } = props;
  const trigger = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrival) {
      const button = trigger.current?.querySelector('button');
      button?.focus();
      button?.scrollIntoView?.({ block: 'center' });
    }
  }, [arrival]);
  return (
    <Accordion id={check.id} className={classes.row}>
      <AccordionTrigger ref={trigger} level={4}>
        <CheckSummary check={check} />
      </AccordionTrigger>
      <AccordionPanel>
        {isOpen && <CheckDetails readiness={readiness} check={check} />}
      </AccordionPanel>
    </Accordion>
  );
}

/**
 * A check in two lines. It is read as "question, fail, required for launch": the
 * chip is only seen before the question.
 */
function CheckSummary({ check }: { check: CheckResult }) {
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
          <span>
            <VisuallyHidden>, </VisuallyHidden>
            <RequiredFor phases={required} />
          </span>
        )}
        <span>
          <VisuallyHidden>, </VisuallyHidden>
          <AnswerSource check={check} />
        </span>
        {isSigned && expiresAt && (
          <span>
            <VisuallyHidden>, </VisuallyHidden>
            {t('readiness.expires', { when: <Limit iso={expiresAt} /> })}
          </span>
        )}
        {check.expiresSoon && expiresAt && (
          <span>
            <VisuallyHidden>, </VisuallyHidden>
            <ExpiringChip expiresAt={expiresAt} />
          </span>
        )}
      </span>
    </span>
  );
}

/** "required for launch" */
function RequiredFor({ phases }: { phases: readonly Phase[] }) {
  const { t } = usePilotTranslation();
  const wordOf = usePhaseWord();
  const list = new Intl.ListFormat(useLanguage());
  return (
    <>
      {t('readiness.requiredFor', { phases: list.format(phases.map(wordOf)) })}
    </>
  );
}

/** Warns that an answer lapses soon. */
function ExpiringChip({ expiresAt }: { expiresAt: string }) {
  const { t } = usePilotTranslation();
  const days = daysUntil(expiresAt);
  return (
    <StatusChip icon={RiTimerLine} family="warning">
      {days > 0
        ? t('readiness.expiresIn', { count: days })
        : t('readiness.expiresToday')}
    </StatusChip>
  );
}
