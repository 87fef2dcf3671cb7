import { DateTime } from 'luxon';

/** "3 Nov 2026": a day of the API, which counts days in UTC. */
export function formatDay(iso: string, language: string): string {
  return DateTime.fromISO(iso, { zone: 'utc', locale: language }).toFormat(
    'd MMM yyyy',
  );
}
