import { beginningOf, isRemovedOrder, removedOrder } from './removedOrder';

const confirmed = '1 0007199254740991';

it.each<[string, string, number, string]>([
  [
    'an interest keeps when it was confirmed',
    `${confirmed} {"useCase":"Files"}`,
    0,
    `${confirmed} ~000000`,
  ],
  [
    'a status keeps that it is one',
    '2 ["user:default/dana",{}]',
    7,
    '2 ~000007',
  ],
  ['ranks sort as numbers do', '2 x', 123456, '2 ~123456'],
  ['what is not known goes with statuses', 'zzz', 1, '2 ~000001'],
  ['a time that is cut is not known', '1 71992 {}', 1, '2 ~000001'],
  ['a beginning stands at the beginning', 'x 2 y', 1, '2 ~000001'],
  [
    'what is removed already stays so',
    `${confirmed} ~000004`,
    4,
    `${confirmed} ~000004`,
  ],
])('%s', (_, order, rank, expected) => {
  expect(removedOrder(order, rank)).toBe(expected);
});

it.each<[string, string | undefined, boolean, string | undefined]>([
  ['a line of the portal', undefined, false, undefined],
  ['an imported interest', `${confirmed} {}`, false, confirmed],
  ['an imported status', '2 ["x"]', false, '2'],
  ['an interest without its words', `${confirmed} ~000001`, true, confirmed],
  ['a status without its words', '2 ~000001', true, '2'],
  ['words that only begin like it', '2 ~000001 more', false, '2'],
  ['words that only end like it', 'x 2 ~000001', false, undefined],
  ['too short a rank', '2 ~1', false, '2'],
  ['something else', '3 x', false, undefined],
])(
  '%s: whether it lost its words, and how it begins',
  (_, order, isRemoved, beginning) => {
    expect([isRemovedOrder(order), beginningOf(order)]).toEqual([
      isRemoved,
      beginning,
    ]);
  },
);
