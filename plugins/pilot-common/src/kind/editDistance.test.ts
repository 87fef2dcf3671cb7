import { editDistance } from './editDistance';

it.each([
  ['nothing to do', 'owner', 'owner', 0],
  ['a letter missing', 'ower', 'owner', 1],
  ['a letter too many', 'ownerr', 'owner', 1],
  ['another letter', 'owned', 'owner', 1],
  ['two letters swapped', 'phaes', 'phase', 2],
  ['two letters replaced and one added', 'kitten', 'sitting', 3],
  ['all letters', '', 'owner', 5],
  ['no word at all', '', '', 0],
])('%s', (_name, a, b, expected) => {
  expect(editDistance(a, b)).toBe(expected);
  expect(editDistance(b, a)).toBe(expected);
});
