import type { ReactNode } from 'react';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import classes from './Explanation.module.css';

/** One press away from the number that it explains. */
export function Explanation(props: { title: string; children: ReactNode }) {
  return (
    <Accordion className={classes.accordion}>
      <AccordionTrigger level={4}>
        <Text variant="body-medium" weight="bold">
          {props.title}
        </Text>
      </AccordionTrigger>
      <AccordionPanel>
        <div className={classes.panel}>{props.children}</div>
      </AccordionPanel>
    </Accordion>
  );
}
