import { meanOf, medianOf } from './averages';
import { monthsBefore, quarterOf } from './calendar';

it.each([
  ['none', [], null, null],
  ['one', [7], 7, 7],
  ['two', [4, 1], 2.5, 2.5],
  ['three, unsorted', [10, 1, 4], 4, 5],
  ['four', [1, 100, 3, 2], 2.5, 26.5],
])('the middle and the mean of %s', (_name, values, median, mean) => {
  expect(medianOf(values)).toBe(median);
  expect(meanOf(values)).toBe(mean);
});

it.each([
  ['2026-01-01T00:00:00Z', '2026-Q1'],
  ['2026-03-31T23:59:59Z', '2026-Q1'],
  ['2026-04-01T00:00:00Z', '2026-Q2'],
  // Still the old year in UTC.
  ['2027-01-01T00:30:00+02:00', '2026-Q4'],
])('%s is in %s', (instant, quarter) => {
  expect(quarterOf(new Date(instant))).toBe(quarter);
});

it('ends months at the beginning of the next one, across a year', () => {
  const months = monthsBefore(new Date('2026-01-31T23:00:00Z'), 2);
  expect(months).toEqual([
    { month: '2025-12', end: new Date('2026-01-01T00:00:00Z') },
    { month: '2026-01', end: new Date('2026-02-01T00:00:00Z') },
  ]);
});
