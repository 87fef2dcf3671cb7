import type { ReactNode } from 'react';
import type { RegionState } from '../../hooks/useRegion';
import { LoadFailed } from './LoadFailed';
import { LoadingPart } from './LoadingPart';
import { ShownAsOf } from './ShownAsOf';

/**
 * Draws a part of a screen in whatever state it is: on its way, not to be had,
 * empty, or in hand. What is in hand stays while it is loaded again, and says
 * so when that fails.
 */
export function Region<T>(props: {
  state: RegionState<T>;
  /** Names the part in messages. */
  thing: string;
  /** Stands for the part while it loads; nothing does where it is absent. */
  outline?: ReactNode;
  /** Stands for what the reader may not see. */
  hidden?: ReactNode;
  /** Time of the value, where the value says it; else the time when it came. */
  asOf?: (value: T) => string;
  /** What stands for an empty value; nothing where the value is not empty. */
  empty?: (value: T) => ReactNode;
  /** Absent where the content does not wait for the value. */
  children?: (value: T) => ReactNode;
}) {
  const { state, thing, outline, hidden, asOf, empty, children } = props;
  const { value, error, loadedAt, retry } = state;
  if (state.isHidden) return <>{hidden}</>;
  if (state.isLoading) {
    return outline ? <LoadingPart thing={thing} outline={outline} /> : null;
  }
  if (value === undefined) return <LoadFailed thing={thing} onRetry={retry} />;
  const time = asOf?.(value) ?? loadedAt;
  return (
    <>
      {error && time && <ShownAsOf asOf={time} onRetry={retry} />}
      {empty?.(value) || children?.(value)}
    </>
  );
}
