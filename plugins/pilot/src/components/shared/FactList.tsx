import type { ReactNode } from 'react';
import classes from './FactList.module.css';

/** A list of facts, each with its name. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

/** One line of what is known, in a list of such. */
export function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
