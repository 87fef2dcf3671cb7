import { groupTargets } from './groupTargets';
import { AlikePair } from './pairsAmong';

const pair = (a: string, b: string): AlikePair => ({
  refs: [a, b],
  words: ['extract'],
});
const words = { code: 'words', words: ['extract'] };
const sharing = { code: 'capability', capability: 'sharing' };

const cases: Array<
  [string, Record<string, string | null>, AlikePair[], unknown[]]
> = [
  ['nothing', {}, [], []],
  ['nothing of one with a capability', { a: 'sharing' }, [], []],
  ['nothing of two without a capability', { a: null, b: null }, [], []],
  [
    'all with one capability',
    { c: 'sharing', a: 'sharing', b: null, d: 'sharing', e: 'other' },
    [],
    [{ members: ['a', 'c', 'd'], reasons: [sharing] }],
  ],
  [
    'two with the same words',
    { a: null, b: 'sharing', c: null },
    [pair('a', 'b')],
    [{ members: ['a', 'b'], reasons: [words] }],
  ],
  [
    'two with both for once',
    { a: 'sharing', b: 'sharing' },
    [pair('a', 'b')],
    [{ members: ['a', 'b'], reasons: [sharing, words] }],
  ],
  [
    'three with one capability for once, whatever their words',
    { a: 'sharing', b: 'sharing', c: 'sharing' },
    [pair('a', 'b'), pair('b', 'c')],
    [{ members: ['a', 'b', 'c'], reasons: [sharing] }],
  ],
  ['nothing that is not compared any more', { a: null }, [pair('a', 'b')], []],
];

it.each(cases)('groups %s', (_, capabilities, pairs, expected) => {
  expect(groupTargets(new Map(Object.entries(capabilities)), pairs)).toEqual(
    expected,
  );
});
