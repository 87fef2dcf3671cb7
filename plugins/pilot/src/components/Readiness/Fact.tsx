import type { ReactNode } from 'react';
import classes from './Readiness.module.css';

/** One line of what is known, in a list of such. */
export function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
