import { useEffect, useRef } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type {
  CheckResult,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { CheckDetails } from './CheckDetails';
import { CheckSummary } from './CheckSummary';
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
