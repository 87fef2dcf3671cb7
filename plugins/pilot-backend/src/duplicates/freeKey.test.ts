import { freeKey } from './freeKey';

const long = 'a'.repeat(63);

it.each([
  ['a free one', 'default', [], 'default'],
  ['the first number that is free', 'default', ['default'], 'default-2'],
  [
    'the next one',
    'default',
    ['default', 'default-2', 'default-3'],
    'default-4',
  ],
  ['room for the number', long, [long], `${'a'.repeat(61)}-2`],
  [
    'no two dashes where it is cut',
    `${'a'.repeat(60)}-bc`,
    [`${'a'.repeat(60)}-bc`],
    `${'a'.repeat(60)}-2`,
  ],
])('gives %s', (_, key, taken, expected) => {
  const given = freeKey(key, candidate => taken.includes(candidate));
  expect(given).toBe(expected);
  expect(given.length).toBeLessThanOrEqual(63);
});
