import { RateCommand } from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { StoredRating } from '../kernel/store/ratings/ratingRows';
import { decideRating } from './decideRating';

const at = new Date('2026-11-20T09:00:00Z');
const ben = 'user:default/ben';
const payments = 'group:default/payments';
const earlier = new Date('2026-10-02T00:00:00Z');

const known = (of: Partial<StoredRating> = {}): StoredRating => ({
  ...{ team: payments, quarter: '2026-Q4', score: 2, note: 'Slow' },
  ...{ by: 'user:default/ana', at: earlier },
  ...of,
});
const rate = (
  ratings: readonly StoredRating[],
  command: Partial<RateCommand>,
  when = at,
) =>
  decideRating(
    ...deepFreeze([
      ratings,
      { team: payments, score: 4, ...command },
      { by: ben, at: when },
    ] as const),
  );

const rows: Array<
  [
    string,
    readonly StoredRating[],
    Partial<RateCommand>,
    { score: number; note: string | null; quarter?: string },
  ]
> = [
  ['a first answer, without a note', [], {}, { score: 4, note: null }],
  [
    'a first answer, with a note',
    [],
    { note: 'Quick' },
    { score: 4, note: 'Quick' },
  ],
  [
    'another score, and the note that stands',
    [known()],
    {},
    { score: 4, note: 'Slow' },
  ],
  [
    'another note',
    [known()],
    { score: 2, note: 'Lame' },
    { score: 2, note: 'Lame' },
  ],
  [
    'no note any more',
    [known()],
    { score: 2, note: null },
    { score: 2, note: null },
  ],
  [
    'the same as in another quarter',
    [known({ quarter: '2026-Q3' }), known({ quarter: '2025-Q4' })],
    { score: 2 },
    { score: 2, note: null },
  ],
  [
    'the same as another team',
    [known({ team: 'group:default/ads' })],
    { score: 2, note: 'Slow' },
    { score: 2, note: 'Slow' },
  ],
];
it.each(rows)('takes %s', (_, ratings, command, expected) => {
  const said = { team: payments, quarter: '2026-Q4', ...expected };
  expect(rate(ratings, command)).toEqual({
    rating: { ...said, by: ben, at },
    entry: { type: 'rated', ...said, at, actor: ben },
  });
});

it.each<[string, Partial<RateCommand>]>([
  ['the score, whoever says it', { score: 2 }],
  ['score and note', { score: 2, note: 'Slow' }],
])('changes nothing for the same: %s', (_, command) => {
  const ratings = [known({ team: 'group:default/ads' }), known()];
  expect(rate(ratings, command)).toEqual({ rating: ratings[1] });
});

it.each([
  ['the last instant of a quarter', '2026-12-31T23:59:59.999Z', '2026-Q4'],
  ['the first instant of the next', '2027-01-01T00:00:00.000Z', '2027-Q1'],
])('counts %s in UTC', (_, instant, quarter) => {
  expect(rate([], {}, new Date(instant)).rating.quarter).toBe(quarter);
});
