import { looksEmptied } from './looksEmptied';

it.each([
  ['nothing', 0, 0, false],
  ['one of one', 1, 1, false],
  ['two of two', 2, 2, true],
  ['nine of ten', 10, 9, false],
  ['ten of ten', 10, 10, true],
  ['eleven of eleven', 11, 11, true],
  ['half', 40, 20, false],
  ['a little more than half', 40, 21, true],
  ['a lot, but not half', 100_000, 40_000, false],
  ['all', 100_000, 100_000, true],
])('of a catalog in which %s is missing', (_, known, missing, expected) => {
  expect(looksEmptied({ known, missing })).toBe(expected);
});
