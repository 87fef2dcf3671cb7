import { DateTime } from 'luxon';

/** A month such as `2026-11`: "Nov 2026", or where little room is "Nov". */
export function formatMonth(
  month: string,
  language: string,
  length: 'full' | 'short' = 'full',
): string {
  return DateTime.fromISO(month, { zone: 'utc', locale: language }).toFormat(
    length === 'full' ? 'LLL yyyy' : 'LLL',
  );
}
