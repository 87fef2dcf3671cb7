import { RiCheckLine } from '@remixicon/react';
import classes from './DialogStatus.module.css';

/**
 * What has just happened. The region stays while the content around it changes,
 * because a screen reader speaks only changes of a region that was there before.
 */
export function DialogStatus({ children }: { children: string }) {
  return (
    <div role="status" className={classes.status}>
      {children ? (
        <p className={classes.text}>
          <RiCheckLine size={16} aria-hidden="true" />
          {children}
        </p>
      ) : null}
    </div>
  );
}
