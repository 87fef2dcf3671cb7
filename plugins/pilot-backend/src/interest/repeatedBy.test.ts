import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { repeatedBy } from './repeatedBy';

const long = 'k'.repeat(64);

it.each<
  [
    name: string,
    withdrawn: Partial<StoredInterest>,
    other: Partial<StoredInterest>,
    found: boolean,
  ]
>([
  ['the key with a number behind it', {}, {}, true],
  ['a later number', {}, { useCaseKey: 'default-17' }, true],
  ['another key', {}, { useCaseKey: 'other-2' }, false],
  ['the same key', {}, { useCaseKey: 'default' }, false],
  ['a word behind the key', {}, { useCaseKey: 'default-two' }, false],
  ['a key that only ends alike', {}, { useCaseKey: 'my-default-2' }, false],
  [
    'two numbers behind it: that is a key of its own',
    {},
    { useCaseKey: 'default-2-2' },
    false,
  ],
  [
    'a long key that was cut for its number',
    { useCaseKey: long },
    { useCaseKey: `${long.slice(0, 62)}-2` },
    true,
  ],
  [
    'a short key that begins alike: it was not cut',
    { useCaseKey: 'default' },
    { useCaseKey: 'def-2' },
    false,
  ],
  [
    'a long key that begins otherwise',
    { useCaseKey: long },
    { useCaseKey: `x${long.slice(0, 61)}-2` },
    false,
  ],
  [
    'the same words in another spelling',
    { useCase: 'Weekly files' },
    { useCase: ' weekly  FILES' },
    true,
  ],
  ['other words', { useCase: 'Weekly files' }, { useCase: 'Streams' }, false],
  ['another team', {}, { team: 'group:default/ads' }, false],
  ['one that is withdrawn itself', {}, { withdrawn: true }, false],
  ['one that was declined', {}, { status: 'declined' }, false],
  ['one that was adopted', {}, { status: 'adopted' }, true],
])('%s', (_, withdrawn, other, found) => {
  const own = deepFreeze([
    storedInterest('1', { withdrawn: true, ...withdrawn }),
    storedInterest('2', { useCaseKey: 'default-2', ...other }),
  ]);
  expect(repeatedBy(own[0], own)?.id).toBe(found ? '2' : undefined);
});

it('is the first of several', () => {
  const own = deepFreeze([
    storedInterest('1', { withdrawn: true }),
    storedInterest('2', { useCaseKey: 'default-3' }),
    storedInterest('3', { useCaseKey: 'default-2' }),
  ]);
  expect(repeatedBy(own[0], own)?.id).toBe('2');
});
