import { earliestToday } from './earliestToday';
import { decideRecord } from '../../interest/decideRecord';
import { expiryOf } from '../../readiness/expiryOf';

/** Instants, and the day before which every place on earth is done. */
const cases = [
  // In Los Angeles (UTC−8) it is the evening of the 19th, and on Baker Island noon.
  { now: '2026-11-20T00:00:00.000Z', today: '2026-11-19', past: '2026-11-18' },
  { now: '2026-11-20T04:30:00.000Z', today: '2026-11-19', past: '2026-11-18' },
  { now: '2026-11-20T11:59:00.000Z', today: '2026-11-19', past: '2026-11-18' },
  { now: '2026-11-20T12:00:00.000Z', today: '2026-11-20', past: '2026-11-19' },
  { now: '2027-01-01T03:00:00.000Z', today: '2026-12-31', past: '2026-12-30' },
];

describe.each(cases)('at $now', ({ now, today, past }) => {
  const at = new Date(now);

  it(`is ${today} somewhere`, () => {
    expect(earliestToday(at)).toBe(today);
  });

  it('takes as the day by which something is needed, and refuses the day before', () => {
    const record = (neededBy: string) =>
      decideRecord({
        interests: [],
        command: { team: 'group:default/payments', neededBy },
        author: 'user:default/priya',
        onBehalf: false,
        newId: 'i1',
        at,
      } as never);
    expect(record(today)).toMatchObject({ interest: { neededBy: today } });
    expect(() => record(past)).toThrow(/in the past/);
  });

  it('takes as the last day of a signature, which then is still to come', () => {
    const until = (day: string) => expiryOf(day, { days: 30, now: at });
    expect(until(today).getTime()).toBeGreaterThanOrEqual(at.getTime());
    expect(() => until(past)).toThrow(/later than now/);
  });
});

it('ends a named day in UTC where that is still to come', () => {
  const now = new Date('2026-11-20T04:30:00.000Z');
  const until = (day: string) => expiryOf(day, { days: 30, now }).toISOString();
  expect(until('2026-11-20')).toBe('2026-11-20T23:59:59.999Z');
  expect(until('2026-12-20')).toBe('2026-12-20T23:59:59.999Z');
  // Over in UTC; on Baker Island it ends at noon.
  expect(until('2026-11-19')).toBe('2026-11-20T11:59:59.999Z');
});
