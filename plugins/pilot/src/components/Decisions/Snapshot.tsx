import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { DecisionSnapshot } from '@pilot-to-platform/plugin-pilot-common';
import classes from './Decisions.module.css';
import { SnapshotFacts } from './SnapshotFacts';

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
