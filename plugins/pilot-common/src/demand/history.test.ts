import { defaultDemandPolicy } from '../model/policy';
import { stateOf } from './__testUtils__/asks';
import { demandHistory, type DemandHistoryInput } from './history';

const target = 'api:default/orders';
const day = (of: number) => new Date(Date.UTC(2026, 0, of));

const asked: Omit<DemandHistoryInput, 'from' | 'to' | 'stepDays'> = {
  target,
  logs: [
    {
      target,
      entries: [
        {
          seq: 2,
          at: day(8),
          type: 'changed',
          id: 'a',
          change: { withdrawn: true },
        },
        {
          seq: 1,
          at: day(3),
          type: 'recorded',
          state: stateOf({ id: 'a', confirmedAt: day(3) }),
        },
      ],
    },
  ],
  policies: [
    { since: day(1), policy: defaultDemandPolicy, fingerprint: 'only' },
  ],
};

describe('demandHistory', () => {
  it.each([
    ['a step that fits', 1, 5, 2, [1, 3, 5]],
    ['a last step that is shorter', 1, 6, 2, [1, 3, 5, 6]],
    ['a step beyond the end', 1, 3, 30, [1, 3]],
    ['a single instant', 4, 4, 7, [4]],
    ['an end before the beginning', 5, 4, 1, []],
  ])('%s', (_name, from, to, stepDays, expected) => {
    const history = demandHistory({
      ...asked,
      from: day(from),
      to: day(to),
      stepDays,
    });
    expect(history.map(point => point.at)).toEqual(expected.map(day));
  });

  it('rises with an ask and falls with its withdrawal', () => {
    const history = demandHistory({
      ...asked,
      from: day(2),
      to: day(8),
      stepDays: 1,
    });
    expect(history.map(({ level }) => level)).toEqual([
      'none',
      ...Array(5).fill('faint'),
      'none',
    ]);
    expect(history[1].score).toBeCloseTo(13.34, 2);
    expect(history[5].score).toBeLessThan(history[1].score);
    expect(history[6].score).toBe(0);
  });

  it.each([0, -1, NaN])('refuses a step of %s days', stepDays => {
    const input = { ...asked, from: day(1), to: day(2), stepDays };
    expect(() => demandHistory(input)).toThrow(RangeError);
  });
});
