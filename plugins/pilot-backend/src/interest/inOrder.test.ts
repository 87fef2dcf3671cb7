import { deepFreeze } from '../__testUtils__/deepFreeze';
import { InterestEntry } from './Decision';
import { inOrder } from './inOrder';

const entry = (
  name: string,
  day: number,
  of: { readonly order?: string; readonly seq?: number } = {},
) =>
  ({
    ...{ type: 'changed', id: 'i-1', actor: name, change: {} },
    ...{ at: new Date(Date.UTC(2026, 4, day)), ...of },
  } as InterestEntry);

it.each<[string, readonly InterestEntry[], string]>([
  ['nothing', [], ''],
  ['by time', [entry('b', 2), entry('a', 1), entry('c', 3)], 'a b c'],
  [
    'by time, whatever their numbers',
    [entry('b', 2, { seq: 1 }), entry('a', 1, { seq: 2 })],
    'a b',
  ],
  [
    'imported ones of one instant by what they say',
    [
      entry('b', 1, { order: '2', seq: 1 }),
      entry('a', 1, { order: '1', seq: 2 }),
    ],
    'a b',
  ],
  [
    'imported ones before what people did',
    [entry('b', 1, { seq: 1 }), entry('a', 1, { order: '2', seq: 2 })],
    'a b',
  ],
  [
    'others of one instant by their numbers',
    [entry('b', 1, { seq: 2 }), entry('a', 1, { seq: 1 })],
    'a b',
  ],
  [
    'those without a number last',
    [entry('c', 1), entry('b', 1, { seq: 9 }), entry('a', 1, { seq: 8 })],
    'a b c',
  ],
])('%s', (_name, entries, expected) => {
  const sorted = inOrder(deepFreeze(entries));
  expect(sorted.map(({ actor }) => actor).join(' ')).toBe(expected);
});
