import { forwardRef, useId, type ReactNode } from 'react';
import { Card, Text } from '@backstage/ui';
import classes from './Panel.module.css';

/** A titled part of the tab. */
export const Panel = forwardRef<
  HTMLElement,
  {
    title: string;
    actions?: ReactNode;
    isBusy?: boolean;
    children: ReactNode;
  }
>((props, ref) => {
  const { title, actions, isBusy = false, children } = props;
  const id = useId();
  return (
    <Card>
      <section
        ref={ref}
        tabIndex={-1}
        aria-labelledby={id}
        aria-busy={isBusy}
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
});
