import { RiCheckLine } from '@remixicon/react';
import { VisuallyHidden } from '@backstage/ui';
import classes from './DialogStatus.module.css';

/**
 * What has just happened. The region stays while the content around it changes,
 * because a screen reader speaks only changes of a region that was there before.
 */
export function DialogStatus(props: {
  children: string;
  /** It is shown where it happened, and only spoken from here. */
  isSpokenOnly?: boolean;
}) {
  const { children, isSpokenOnly = false } = props;
  return (
    <div role="status" className={classes.status}>
      {children && isSpokenOnly && <VisuallyHidden>{children}</VisuallyHidden>}
      {children && !isSpokenOnly && (
        <p className={classes.text}>
          <RiCheckLine size={16} aria-hidden="true" />
          {children}
        </p>
      )}
    </div>
  );
}
