import { parseAsOf, parseDay } from './parse';

const now = new Date('2026-11-20T23:58:00Z');

describe('a past instant', () => {
  it.each<[given: string, asOf: string | undefined]>([
    ['2026-11-19', '2026-11-19T23:59:59.999Z'],
    ['2026-11-20', undefined],
    ['2026-11-20T09:00:00Z', '2026-11-20T09:00:00.000Z'],
    ['2026-11-20T09:00:00 01:00', '2026-11-20T08:00:00.000Z'],
    // By a clock that is five minutes ahead.
    ['2026-11-21T00:03:00Z', '2026-11-21T00:03:00.000Z'],
  ])('%s is %s', (given, asOf) => {
    expect(parseAsOf(given, now)?.toISOString()).toBe(asOf);
  });

  it.each([
    '2026-11-21T00:03:00.001Z',
    '2026-11-21',
    '2099-01-01',
    '9999-12-31T23:59:59Z',
  ])('%s is not', given => {
    expect(() => parseAsOf(given, now)).toThrow(
      `asOf: ${given} is in the future; give a past instant`,
    );
  });

  it('is a day up to today', () => {
    expect(parseDay('to', '1970-01-02', now)).toBe(1);
    expect(parseDay('to', '2026-11-20', now)).toBe(20_777);
    expect(() => parseDay('from', '2026-11-21', now)).toThrow(
      'from: 2026-11-21 is in the future; give a past instant, or a date up to today',
    );
  });
});
