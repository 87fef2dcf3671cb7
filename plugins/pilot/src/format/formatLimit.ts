import { DateTime } from 'luxon';

/** A limit as it is shown: the day, and how far that is from now. */
export interface LimitText {
  /** "1 Mar 2027", the day that somebody named: a limit is the end of such a day. */
  readonly day: string;
  /** "in 101 days" */
  readonly distance: string;
}

/**
 * The day that a limit ends, in UTC. One that had ended in UTC when it was named, and
 * was today where whoever named it is, ends in UTC−12.
 */
function namedDay(instant: DateTime): DateTime {
  return instant.toFormat('HH:mm:ss.SSS') === '11:59:59.999'
    ? instant.minus({ hours: 12 })
    : instant;
}

/**
 * @param iso - the instant, ISO 8601
 * @param language - a BCP 47 tag
 */
export function formatLimit(
  iso: string,
  language: string,
  now: DateTime = DateTime.now(),
): LimitText {
  const instant = DateTime.fromISO(iso, { zone: 'utc', locale: language });
  const days = Math.floor(instant.diff(now).as('days'));
  return {
    day: namedDay(instant).toFormat('d MMM yyyy'),
    distance:
      Math.abs(days) > 0
        ? new Intl.RelativeTimeFormat(language).format(days, 'day')
        : instant.toRelative({ base: now }) ?? '',
  };
}

/** Whole days until an instant, rounded down: a limit is never said too late. */
export function daysUntil(iso: string, now: DateTime = DateTime.now()): number {
  return Math.floor(DateTime.fromISO(iso).diff(now).as('days'));
}
