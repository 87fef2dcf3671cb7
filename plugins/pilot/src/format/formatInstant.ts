import { DateTime } from 'luxon';

/** An instant as it is shown, and in full for who wants to know exactly. */
export interface InstantText {
  /** "3 days ago" up to 30 days, then "3 Nov 2026"; none within a minute. */
  readonly text?: string;
  /** "17 Nov 2026, 09:12 CET". */
  readonly full: string;
}

/**
 * @param iso - the instant, ISO 8601
 * @param language - a BCP 47 tag
 * @param now - in the zone of the reader unless it says another one
 */
export function formatInstant(
  iso: string,
  language: string,
  now: DateTime = DateTime.now(),
): InstantText {
  const instant = DateTime.fromISO(iso, { zone: now.zone }).setLocale(language);
  const day = instant.toFormat('d MMM yyyy');
  const age = Math.abs(now.diff(instant).as('minutes'));
  const relative =
    age <= 30 * 24 * 60 ? instant.toRelative({ base: now }) : null;
  return {
    text: age < 1 ? undefined : relative ?? day,
    full: `${day}, ${instant.toFormat('HH:mm ZZZZ')}`,
  };
}

/** "20 Nov 2026, 14:02", for what holds at exactly that time. */
export function formatAsOf(
  iso: string,
  language: string,
  zone?: DateTime['zone'],
): string {
  return DateTime.fromISO(iso, { zone, locale: language }).toFormat(
    'd MMM yyyy, HH:mm',
  );
}

/** "3 Nov 2026": a day of the API, which counts days in UTC. */
export function formatDay(iso: string, language: string): string {
  return DateTime.fromISO(iso, { zone: 'utc', locale: language }).toFormat(
    'd MMM yyyy',
  );
}
