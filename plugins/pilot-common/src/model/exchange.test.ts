import { exchangeLineSchema } from './exchange';

const interest = {
  type: 'interest',
  target: 'api:default/orders',
  team: 'group:default/payments',
  author: 'user:default/ada',
  createdAt: '2026-01-01T00:00:00Z',
};
const status = {
  type: 'status',
  target: 'api:default/orders',
  team: 'group:default/payments',
  author: 'user:default/ada',
  status: 'adopted',
  by: 'user:default/bo',
  at: '2026-02-01T00:00:00Z',
};

it('tells what an interest line leaves out from what it clears', () => {
  const left = exchangeLineSchema.parse(interest);
  expect(left).toEqual({ ...interest, useCaseKey: 'default' });
  expect(Object.keys(left)).not.toContain('urgency');
  const cleared = { useCase: null, urgency: null, contribute: null };
  expect(exchangeLineSchema.parse({ ...interest, ...cleared })).toMatchObject({
    useCase: null,
    urgency: 'important',
    contribute: false,
  });
});

it('fills in what a short status line leaves out', () => {
  expect(exchangeLineSchema.parse(status)).toEqual({
    ...status,
    useCaseKey: 'default',
    note: null,
  });
});

it.each([
  ['no type', { ...interest, type: undefined }, 'type'],
  ['a type that there is not', { ...interest, type: 'vote' }, 'type'],
  ['a day as time', { ...interest, createdAt: '2026-01-01' }, 'createdAt'],
  ['no time', { ...interest, createdAt: undefined }, 'createdAt'],
  ['a team as author', { ...interest, author: interest.team }, 'author'],
  ['a target without kind', { ...interest, target: 'orders' }, 'target'],
  ['an unknown status', { ...status, status: 'done' }, 'status'],
  ['a field of the other type', { ...status, urgency: 'critical' }, ''],
])('refuses a line with %s', (_name, line, field) => {
  const { error } = exchangeLineSchema.safeParse(line);
  expect(error?.issues.map(issue => issue.path.join('.'))).toEqual([field]);
});
