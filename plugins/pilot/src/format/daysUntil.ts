import { DateTime } from 'luxon';

/** Whole days until an instant, rounded down: a limit is never said too late. */
export function daysUntil(iso: string, now: DateTime = DateTime.now()): number {
  return Math.floor(DateTime.fromISO(iso).diff(now).as('days'));
}
