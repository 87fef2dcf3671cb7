import { monthTicks, piecesOf } from './trendLine';

const point = (day: number, policy: string) => ({
  at: `2026-11-0${day}T00:00:00.000Z`,
  score: day,
  policy,
});

describe('piecesOf', () => {
  it.each([
    ['no points', '', []],
    ['one policy', 'aaa', [3]],
    ['a change', 'aabb', [2, 2]],
    ['a change there and back', 'abba', [1, 2, 1]],
  ])('cuts %s', (_, policies, lengths) => {
    const points = [...policies].map((policy, i) => point(i + 1, policy));
    const pieces = piecesOf(points);
    expect(pieces.map(piece => piece.length)).toEqual(lengths);
    expect(pieces.flat()).toEqual(points);
  });
});

describe('monthTicks', () => {
  const days = (from: string, to: string, most: number) =>
    monthTicks(from, to, most).map(tick => tick.toISODate());

  it('are the first days of the months in the span', () => {
    expect(days('2026-08-21', '2026-11-21', 12)).toEqual([
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
    ]);
  });

  it('include both ends', () => {
    expect(days('2026-10-01', '2026-11-01', 12)).toEqual([
      '2026-10-01',
      '2026-11-01',
    ]);
  });

  it('are every third month where there is room for four', () => {
    expect(days('2025-11-21', '2026-11-21', 4)).toEqual([
      '2025-12-01',
      '2026-03-01',
      '2026-06-01',
      '2026-09-01',
    ]);
  });

  it('are none within a month', () => {
    expect(days('2026-11-02', '2026-11-21', 4)).toEqual([]);
  });
});
