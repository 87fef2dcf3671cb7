import { confirmability, confirmableStatuses } from './confirmability';

it.each([
  ['one that nobody answered', 'open', false, true],
  ['one that was read', 'acknowledged', false, true],
  ['one that is planned', 'planned', false, true],
  ['one that was declined', 'declined', false, 'declined'],
  ['one that is served, and fades no longer', 'adopted', false, 'adopted'],
  ['one that its author took back', 'open', true, 'withdrawn'],
  ['one that was declined, too', 'declined', true, 'withdrawn'],
  ['one that is served, too', 'adopted', true, 'withdrawn'],
] as const)('%s', (_name, status, withdrawn, expected) => {
  const interest = Object.freeze({ status, withdrawn });
  expect(confirmability(interest)).toBe(expected);
  expect(!withdrawn && confirmableStatuses.includes(status)).toBe(
    expected === true,
  );
});
