import { readinessWith } from '../../__testUtils__/pilotsWorld';
import { byPlace, placeOf } from './mapPlaces';

const at = (score: number, weakestScore: number | null) => ({
  score,
  readiness: readinessWith({ weakestScore }),
});

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
    expect(placeOf({ score: 47, readiness: null }, 40)).toBe('unknown');
  });

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
      unknown: [pilots[3]],
    });
  });
});
