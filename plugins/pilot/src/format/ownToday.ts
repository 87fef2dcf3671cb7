import { DateTime } from 'luxon';

/** The day that it is for the reader, where they are, such as `2026-11-19`. */
export function ownToday(now: DateTime = DateTime.now()): string {
  return now.toISODate()!;
}
