/**
 * Returns the latest of some instants. A line is never dated before the last one
 * of its target: clocks of replicas differ, and a log is read in the order of its
 * dates.
 */
export function latestOf(...instants: readonly Date[]): Date {
  return new Date(Math.max(...instants.map(each => each.getTime())));
}
