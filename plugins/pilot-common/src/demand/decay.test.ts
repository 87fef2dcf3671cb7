import { decayFactor, urgencyWeights } from './decay';

describe('decayFactor', () => {
  const now = new Date('2026-11-20T00:00:00Z');

  it.each([
    ['confirmed now', '2026-11-20T00:00:00Z', 120, 1],
    ['a half-life ago', '2026-07-23T00:00:00Z', 120, 0.5],
    ['two half-lives ago', '2026-03-25T00:00:00Z', 120, 0.25],
    ['half a half-life ago', '2026-09-21T00:00:00Z', 120, Math.SQRT1_2],
    ['twelve hours ago, a week to half', '2026-11-19T12:00:00Z', 7, 0.951695],
    ['in the future', '2030-01-01T00:00:00Z', 120, 1],
    ['before anybody was born', '1500-01-01T00:00:00Z', 7, 0],
  ])('%s', (_name, confirmedAt, halfLife, expected) => {
    expect(decayFactor(new Date(confirmedAt), now, halfLife)).toBeCloseTo(
      expected,
      6,
    );
  });
});

it('weighs urgency in thirds', () => {
  expect(urgencyWeights).toEqual({
    'nice-to-have': 1 / 3,
    important: 2 / 3,
    critical: 1,
  });
});
