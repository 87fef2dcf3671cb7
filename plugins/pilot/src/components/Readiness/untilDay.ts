import { parseDate, today, type CalendarDate } from '@internationalized/date';

/** Why a day cannot be the last one of an answer. */
export type DayRefusal = 'missing' | 'past' | 'late';

/** The last day that a limit of so many days allows. Days are those of UTC. */
export function lastDay(
  days: number,
  now: CalendarDate = today('UTC'),
): CalendarDate {
  return now.add({ days });
}

/** Whether a day such as 2027-03-01 can be the last one of an answer. */
export function dayRefusal(
  day: string | null,
  days: number,
  now: CalendarDate = today('UTC'),
): DayRefusal | undefined {
  if (!day) return 'missing';
  const chosen = parseDate(day);
  if (chosen.compare(now) < 0) return 'past';
  return chosen.compare(lastDay(days, now)) > 0 ? 'late' : undefined;
}
