import { pilotItemWith, readinessWith } from '../../__testUtils__/pilotsWorld';
import { marksOf, quadrantCorners, type Marked } from './mapMarks';

// 44 left and 16 right of it leave 600 for 100 %; 16 above and 40 below, 400 for 100.
const frame = { width: 660, height: 456 };

const pilot = (part: Partial<Marked> & { weakest?: number | null } = {}) => {
  const { weakest = 0.5, ...rest } = part;
  const readiness = readinessWith({ weakestScore: weakest });
  return pilotItemWith({ readiness, ...rest });
};

describe('marksOf', () => {
  it.each([
    { what: 'nothing', score: 0, weakest: 0, x: 44, y: 416 },
    { what: 'everything', score: 100, weakest: 1, x: 644, y: 16 },
    { what: 'the middle', score: 50, weakest: 0.5, x: 344, y: 216 },
    { what: 'the gate', score: 40, weakest: 0.25, x: 194, y: 256 },
  ])('puts $what where it belongs', ({ score, weakest, x, y }) => {
    expect(marksOf([pilot({ score, weakest })], frame)).toMatchObject([
      { x, y },
    ]);
  });

  it.each([
    { phase: 'pilot' as const, shape: 'circle' },
    { phase: 'demand' as const, shape: 'triangle' },
    { phase: 'build-out' as const, shape: 'square' },
    { phase: 'platform' as const, shape: 'diamond' },
    { phase: 'point-solution' as const, shape: 'cross' },
    { phase: 'retired' as const, shape: 'cross' },
  ])('draws phase $phase as a $shape', ({ phase, shape }) => {
    expect(marksOf([pilot({ phase })], frame)).toMatchObject([{ shape }]);
  });

  const gate = (left: number) =>
    ({ to: 'platform', open: left === 0, left } as const);
  it.each([
    { what: 'something left', gate: gate(2), isFilled: false },
    { what: 'nothing left', gate: gate(0), isFilled: true },
    {
      what: 'no gate, as a platform',
      gate: null,
      phase: 'platform' as const,
      isFilled: true,
    },
    {
      what: 'no gate, as ended',
      gate: null,
      phase: 'retired' as const,
      isFilled: false,
    },
  ])('with $what is filled: $isFilled', ({ what: _, isFilled, ...part }) => {
    expect(marksOf([pilot(part)], frame)).toMatchObject([{ isFilled }]);
  });

  it('has no mark for what is not known', () => {
    const hidden = pilotItemWith({ readiness: null });
    expect(marksOf([pilot({ weakest: null }), hidden], frame)).toEqual([]);
  });
});

describe('quadrantCorners', () => {
  it('has the lower ones begin at the gate', () => {
    expect(quadrantCorners(frame, 40)).toEqual({
      buildOut: { x: 56, y: 32 },
      launch: { x: 356, y: 32 },
      keepSmall: { x: 56, y: 272 },
      fewTakers: { x: 356, y: 272 },
    });
  });
});
