import { DateTime } from 'luxon';
import { ownToday } from '../../format/ownToday';

/** Why a day cannot be the last one of an answer. */
export type DayRefusal = 'missing' | 'past' | 'late';

/** The last day that a limit of so many days allows; the API counts days in UTC. */
export function lastDay(days: number, now: DateTime = DateTime.utc()): string {
  return now.toUTC().plus({ days }).toISODate()!;
}

/** Whether a day such as 2027-03-01 can be the last one of an answer: from the reader's own today on. */
export function dayRefusal(
  day: string | null,
  days: number,
  now: DateTime = DateTime.now(),
): DayRefusal | undefined {
  if (!day) return 'missing';
  if (day < ownToday(now)) return 'past';
  return day > lastDay(days, now) ? 'late' : undefined;
}
