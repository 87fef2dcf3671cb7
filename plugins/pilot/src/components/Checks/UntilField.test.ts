import { DateTime } from 'luxon';
import { dayRefusal, lastDay } from './UntilField';

const now = DateTime.fromISO('2026-11-20T12:00:00Z', { zone: 'utc' });

describe('dayRefusal', () => {
  // 180 days after 20 Nov: 10 in Nov, 31, 31, 28, 31, 30 until April, and 19.
  it.each([
    ['no day', null, 'missing'],
    ['yesterday', '2026-11-19', 'past'],
    ['today', '2026-11-20', undefined],
    ['the last day', '2027-05-19', undefined],
    ['one day more', '2027-05-20', 'late'],
  ])('says of %s what is wrong with it', (_, day, refusal) => {
    expect(dayRefusal(day, 180, now)).toBe(refusal);
  });

  it('knows the last day', () => {
    expect(lastDay(180, now)).toBe('2027-05-19');
  });
});
