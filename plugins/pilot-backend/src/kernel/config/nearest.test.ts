import { nearEnough, nearest } from './nearest';

it.each([
  ['demands', 'demand'],
  ['intrest', 'interest'],
  ['catalogue', 'catalog'],
  ['Decision', 'decisions'],
])('%s is nearest to %s', (word, expected) => {
  const keys = ['interest', 'demand', 'decisions', 'catalog'];
  expect(nearest(word, keys)).toBe(expected);
});

it.each([
  ['docs.security-review', 'governance.security-review'],
  ['security-review', 'governance.security-review'],
  ['governance.securityreview', 'governance.security-review'],
  ['doc.runbok', 'docs.runbook'],
  ['operations.runbook', 'docs.runbook'],
  ['operation.owner', 'operations.owner'],
  ['docs.owners', 'docs.owner'],
])('of checks, %s is nearest to %s', (word, expected) => {
  const ids = [
    'docs.runbook',
    'docs.examples',
    'docs.owner',
    'operations.owner',
    'governance.security-review',
  ];
  expect(nearest(word, ids)).toBe(expected);
});

it.each([
  ['onwer', 'owner'],
  ['ower', 'owner'],
  ['urgencey', 'urgency'],
  ['OWNER', 'owner'],
  ['Urgency', 'urgency'],
  ['colour', undefined],
  ['nonsense', undefined],
  ['x', undefined],
])('%s is near enough to %s', (word, expected) => {
  expect(nearEnough(word, ['owner', 'urgency', 'limit'])).toBe(expected);
});

it('is near to nothing where there is nothing', () => {
  expect(nearEnough('owner', [])).toBeUndefined();
});
