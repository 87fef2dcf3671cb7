import { DateTime } from 'luxon';
import { daysUntil, formatLimit } from './formatLimit';

const now = DateTime.fromISO('2026-11-20T14:00:00.000Z');

describe('formatLimit', () => {
  // From 20 Nov to 1 Mar are 10 + 31 + 31 + 28 + 1 days.
  it.each([
    ['far away', '2027-03-01T23:59:59.999Z', '1 Mar 2027', 'in 101 days'],
    ['a day and a half', '2026-11-22T02:00:00.000Z', '22 Nov 2026', 'in 1 day'],
    ['today', '2026-11-20T23:59:59.999Z', '20 Nov 2026', 'in 9 hours'],
    [
      'today of somebody in the west, where UTC has tomorrow',
      '2026-11-21T11:59:59.999Z',
      '20 Nov 2026',
      'in 21 hours',
    ],
    ['past', '2026-11-18T14:00:00.000Z', '18 Nov 2026', '2 days ago'],
  ])('says a limit that is %s', (_, iso, day, distance) => {
    expect(formatLimit(iso, 'en', now)).toEqual({ day, distance });
  });

  it.each([
    ['2026-12-02T14:00:00.000Z', 12],
    ['2026-12-02T13:59:00.000Z', 11],
    ['2026-11-20T23:00:00.000Z', 0],
  ])('counts whole days until %s', (iso, days) => {
    expect(daysUntil(iso, now)).toBe(days);
  });
});
