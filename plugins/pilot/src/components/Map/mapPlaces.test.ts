import { readinessWith } from '../../__testUtils__/pilotsWorld';
import type { RecommendationCode } from '@pilot-to-platform/plugin-pilot-common';
import { byPlace, placeOf, type Placed } from './mapPlaces';

const at = (
  score: number,
  weakestScore: number | null,
  part: Partial<Placed> = {},
): Placed => ({
  score,
  readiness: readinessWith({ weakestScore }),
  phase: 'build-out',
  recommendation: null,
  ...part,
});
const recommended = (code: RecommendationCode) =>
  ({ code } as Placed['recommendation']);

describe('placeOf', () => {
  it.each([
    {
      what: 'wanted and not ready',
      score: 47,
      weakest: 0.4,
      place: 'buildOut',
    },
    { what: 'wanted and ready', score: 47, weakest: 0.8, place: 'launch' },
    { what: 'neither', score: 12, weakest: 0.2, place: 'keepSmall' },
    { what: 'ready', score: 12, weakest: 1, place: 'fewTakers' },
    { what: 'on both lines', score: 40, weakest: 0.5, place: 'launch' },
    { what: 'just below both', score: 39.9, weakest: 0.49, place: 'keepSmall' },
    { what: 'at nothing', score: 0, weakest: 0, place: 'keepSmall' },
    { what: 'without a check', score: 47, weakest: null, place: 'unknown' },
  ])('has a Pilot that is $what in $place', ({ score, weakest, place }) => {
    expect(placeOf(at(score, weakest), 40)).toBe(place);
  });

  it('does not place what the reader sees no readiness of', () => {
    expect(placeOf(at(47, null, { readiness: null }), 40)).toBe('unknown');
  });

  it.each([
    ['pilot', 47, 0.8, null, 'buildOut'],
    ['demand', 47, 0.8, 'invest', 'buildOut'],
    [null, 47, 0.8, null, 'buildOut'],
    ['demand', 12, 0.8, null, 'fewTakers'],
    ['build-out', 47, 0.8, 'launch', 'launch'],
    ['build-out', 47, 0.4, null, 'buildOut'],
    ['platform', 47, 0.8, 'continue', 'healthy'],
    ['platform', 12, 0.2, 'hand-off', 'healthy'],
    ['platform', 47, 0.8, 'revisit', 'needsAttention'],
    // Of past days no recommendation is kept.
    ['platform', 47, 0.8, null, 'healthy'],
    ['platform', 47, 0.4, null, 'needsAttention'],
    ['platform', 12, 0.8, null, 'needsAttention'],
    ['point-solution', 47, 0.8, null, 'ended'],
    ['retired', 12, 0.2, 'retire', 'ended'],
  ] as const)(
    'has words for phase %s: with %d and %d, recommended %s, it is in %s',
    (phase, score, weakest, code, place) => {
      const recommendation = code && recommended(code);
      expect(placeOf(at(score, weakest, { phase, recommendation }), 40)).toBe(
        place,
      );
    },
  );

  it('goes by the gate of the policy', () => {
    expect(placeOf(at(47, 0.4), 50)).toBe('keepSmall');
  });
});

describe('byPlace', () => {
  it('has every Pilot once, in the order in which they came', () => {
    const pilots = [at(47, 0.4), at(45, 0.9), at(44, 0.1), at(3, null)];
    expect(byPlace(pilots, 40)).toEqual({
      buildOut: [pilots[0], pilots[2]],
      launch: [pilots[1]],
      keepSmall: [],
      fewTakers: [],
      healthy: [],
      needsAttention: [],
      ended: [],
      unknown: [pilots[3]],
    });
  });
});
