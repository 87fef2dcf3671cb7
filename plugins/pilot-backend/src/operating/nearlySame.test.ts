import { nearlySame } from './nearlySame';

const at = new Date('2026-11-20T12:00:00Z');

it.each<[string, unknown, unknown, boolean]>([
  ['the same number', 0.3, 0.1 + 0.2, true],
  ['a large sum in another order', 1e9 + 1e-3, 1e9, true],
  ['a number that is a little more', 1, 1.000001, false],
  ['no number', 1, NaN, false],
  ['the same instant', at, new Date(at), true],
  ['another instant', at, new Date(at.getTime() + 1), false],
  ['nothing and something', null, 0, false],
  ['lists', [{ n: 1 }], [{ n: 1 + 1e-12 }], true],
  ['a longer list', [1], [1, 1], false],
  ['a field more', { n: 1 }, { n: 1, m: 0 }, false],
  ['a field that is absent', { n: 1, m: undefined }, { n: 1 }, true],
  ['the same texts', { team: 'a' }, { team: 'a' }, true],
  ['another text', { team: 'a' }, { team: 'b' }, false],
])('%s', (_, a, b, expected) => {
  expect(nearlySame(a, b)).toBe(expected);
  expect(nearlySame(b, a)).toBe(expected);
});
