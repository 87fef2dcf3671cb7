import { nearest } from './nearest';

it.each([
  ['demands', 'demand'],
  ['intrest', 'interest'],
  ['catalogue', 'catalog'],
  ['Decision', 'decisions'],
])('%s is nearest to %s', (word, expected) => {
  const keys = ['interest', 'demand', 'decisions', 'catalog'];
  expect(nearest(word, keys)).toBe(expected);
});
