import { DateTime } from 'luxon';

/** A limit as it is shown: the day, and how far that is from now. */
export interface LimitText {
  /** "1 Mar 2027", the day in UTC: a limit is the end of such a day. */
  readonly day: string;
  /** "in 101 days" */
  readonly distance: string;
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
    day: instant.toFormat('d MMM yyyy'),
    distance:
      Math.abs(days) > 0
        ? new Intl.RelativeTimeFormat(language).format(days, 'day')
        : instant.toRelative({ base: now }) ?? '',
  };
}
