import { defaultDemandPolicy, type DemandPolicy } from '../model/policy';
import { levelOf, scoreOf } from './score';

describe('levelOf', () => {
  it.each([
    ['nothing counted', 0, 0, 'none'],
    ['faded to nothing', 0, 1, 'faint'],
    ['just below emerging', 19.99, 1, 'faint'],
    ['emerging', 20, 1, 'emerging'],
    ['just below strong', 39.99, 2, 'emerging'],
    ['strong', 40, 2, 'strong'],
    ['just below proven', 59.99, 3, 'strong'],
    ['proven', 60, 3, 'proven'],
    ['the highest', 99.99, 99, 'proven'],
  ])('%s', (_name, score, counted, expected) => {
    const { levels } = defaultDemandPolicy;
    expect(levelOf(score, counted, levels)).toBe(expected);
  });

  it('follows the thresholds of the policy', () => {
    const levels = { emerging: 5, strong: 10, proven: 90 };
    expect([4, 5, 10, 90].map(score => levelOf(score, 1, levels))).toEqual([
      'faint',
      'emerging',
      'strong',
      'proven',
    ]);
  });
});

describe('scoreOf', () => {
  it('explains itself by parts whose contributions multiply to the score', () => {
    // One interest with w = 1 and s = 1: V = 1/6, B = 1/4, C = 0.1 + 0.9/3.
    const sums = { number: 1, breadth: 1, specific: 1 };
    const { score, parts } = scoreOf(sums, defaultDemandPolicy);
    expect(parts).toEqual([
      {
        key: 'number',
        raw: 1,
        value: expect.closeTo(1 / 6, 12),
        weight: 0.3,
        contribution: expect.closeTo(0.584191, 6),
      },
      {
        key: 'breadth',
        raw: 1,
        value: 0.25,
        weight: 0.4,
        contribution: expect.closeTo(0.574349, 6),
      },
      {
        key: 'specific',
        raw: 1,
        value: expect.closeTo(0.4, 12),
        weight: 0.3,
        contribution: expect.closeTo(0.759658, 6),
      },
    ]);
    expect(score).toBeCloseTo(25.49, 2);
  });

  it.each([
    ['huge sums', 1e300, {}],
    ['tiny half points', 1, { number: 1e-300, breadth: 1e-300 }],
  ])('stays below 100 with %s', (_name, sum, halfPoints) => {
    const policy: DemandPolicy = {
      ...defaultDemandPolicy,
      halfPoints: { ...defaultDemandPolicy.halfPoints, ...halfPoints },
    };
    const sums = { number: sum, breadth: sum, specific: 1e300 };
    expect(scoreOf(sums, policy).score).toBeLessThan(100);
    expect(scoreOf(sums, policy).score).toBeGreaterThan(99.99);
  });
});
