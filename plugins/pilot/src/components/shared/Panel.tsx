import { useId, type ReactNode } from 'react';
import { Card, Text } from '@backstage/ui';
import type { RegionFrame } from '../../hooks/useRegion';
import classes from './Panel.module.css';

/** A titled part of the tab. */
export function Panel(props: {
  title: string;
  actions?: ReactNode;
  /** Of the region that the part shows, where it loads by itself. */
  frame?: RegionFrame;
  children: ReactNode;
}) {
  const { title, actions, frame, children } = props;
  const id = useId();
  return (
    <Card>
      <section
        tabIndex={-1}
        {...frame}
        aria-labelledby={id}
        className={classes.panel}
      >
        <div className={classes.ends}>
          <Text
            as="h3"
            id={id}
            variant="title-x-small"
            weight="bold"
            className={classes.heading}
          >
            {title}
          </Text>
          {actions}
        </div>
        {children}
      </section>
    </Card>
  );
}
