import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { InterestEntry } from './Decision';
import { KeyHolders } from './KeyHolders';

const ana = 'user:default/ana';
const payments = 'group:default/payments';
const day = (n: number) => new Date(Date.UTC(2026, 4, n));
const key = { team: payments, author: ana, useCaseKey: 'files' };

const recorded = (
  id: string,
  n: number,
  of: Partial<StoredInterest> = {},
  said?: string[],
): InterestEntry => ({
  ...{ type: 'recorded', at: day(n), actor: ana, said },
  state: storedInterest(id, { useCaseKey: 'files', ...of }),
});
const changed = (id: string, n: number, change: object): InterestEntry => ({
  ...{ type: 'changed', at: day(n), actor: ana, id, change },
});

const one = [recorded('1', 1)];
const renamed = [...one, changed('1', 5, { useCaseKey: 'streams' })];
const back = [...renamed, changed('1', 9, { useCaseKey: 'files' })];
const streams = { ...key, useCaseKey: 'streams' };

it.each<
  [
    name: string,
    interests: InterestEntry[][],
    asked: typeof key,
    on: number,
    holder: string | undefined,
  ]
>([
  ['nobody has a key of which nothing was said', [], key, 5, undefined],
  ['who was recorded under it has it', [one], key, 5, '1'],
  ['and had it before, as far as anybody knows', [one], key, 0, '1'],
  ['not for another team', [one], { ...key, team: 'x' }, 5, undefined],
  ['not for another author', [one], { ...key, author: 'x' }, 5, undefined],
  ['not under another key', [one], streams, 5, undefined],
  ['who gave it up had it before', [renamed], key, 4, '1'],
  ['and has it no more from that instant on', [renamed], key, 5, undefined],
  ['who took it has it', [renamed], streams, 5, '1'],
  ['and came to have it, before it was another’s', [renamed], streams, 1, '1'],
  ['who took it back has it again', [back], key, 9, '1'],
  ['and had given up the other', [back], streams, 9, undefined],
  ['in the time between, too, who will have it', [back], key, 7, '1'],
  [
    'the next has what the first gave up',
    [renamed, [recorded('2', 6)]],
    key,
    6,
    '2',
  ],
  [
    'and the first had it until then, whichever came first',
    [[recorded('2', 6)], renamed],
    key,
    4,
    '1',
  ],
  [
    'of two that gave it up, who gave it up first had it first',
    [[recorded('2', 6), changed('2', 8, { useCaseKey: 'other' })], renamed],
    key,
    4,
    '1',
  ],
  [
    'and the other had it then',
    [[recorded('2', 6), changed('2', 8, { useCaseKey: 'other' })], renamed],
    key,
    7,
    '2',
  ],
  [
    'of two that have it, who has it longer',
    [
      [
        recorded('2', 1, { useCaseKey: 'other' }),
        changed('2', 3, { useCaseKey: 'files' }),
      ],
      one,
    ],
    key,
    5,
    '1',
  ],
  [
    'another change leaves the key',
    [[...one, changed('1', 5, { useCase: 'Nightly files' })]],
    key,
    9,
    '1',
  ],
  [
    'another team is another key',
    [[...one, changed('1', 5, { team: 'x' })]],
    key,
    5,
    undefined,
  ],
  [
    'lines come in any order',
    [[changed('1', 5, { useCaseKey: 'streams' }), ...one]],
    streams,
    5,
    '1',
  ],
  [
    'a change of what was never recorded says nothing',
    [[changed('1', 5, { useCaseKey: 'files' })]],
    key,
    5,
    undefined,
  ],
  [
    'what an import tells of an earlier time leaves the key',
    [[...one, recorded('1', 5, { useCaseKey: 'streams' }, ['useCase'])]],
    key,
    9,
    '1',
  ],
  [
    'what came from another target has the key that it came with',
    [[...one, recorded('1', 5, { useCaseKey: 'files-2' })]],
    { ...key, useCaseKey: 'files-2' },
    9,
    '1',
  ],
  [
    'its first line says a key, whatever it was said with',
    [[recorded('1', 1, {}, ['useCase'])]],
    key,
    9,
    '1',
  ],
])('%s', (_name, interests, asked, on, holder) => {
  const holders = new KeyHolders(deepFreeze(interests));
  expect(holders.at(deepFreeze(asked), day(on))).toBe(holder);
});

it('forgets nothing of an interest that is noted again with more lines', () => {
  const holders = new KeyHolders();
  holders.add(one);
  holders.add(renamed);
  holders.add(renamed);
  expect(holders.at(key, day(4))).toBe('1');
  expect(holders.at(streams, day(6))).toBe('1');
});
