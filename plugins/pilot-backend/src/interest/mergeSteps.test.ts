import { allAtOnce } from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { NewLogEntry } from '../kernel/store/log/logRows';
import { InterestLineRead } from './importedEntries';
import { byInterest } from './byInterest';
import { LineFate, mergeSteps } from './mergeSteps';
import { ownLogs } from './OwnLogs';

const ana = 'user:default/ana';
const dana = 'user:default/dana';
const payments = 'group:default/payments';
const instant = (n: number) => new Date(Date.UTC(2026, 4, n));
const iso = (n: number) => instant(n).toISOString();

const who = { target: 'api:default/x', team: payments, author: ana };
const asked = (n: number, of: object = {}) =>
  ({
    ...{ type: 'interest', ...who, useCaseKey: 'files', createdAt: iso(n) },
    ...of,
  } as InterestLineRead);
const answered = (n: number, of: object = {}) =>
  ({
    ...{ type: 'status', ...who, useCaseKey: 'files', at: iso(n), by: dana },
    ...{ status: 'planned', note: 'In Q1', ...of },
  } as InterestLineRead);

const recorded = (
  id: string,
  n: number,
  of: Partial<StoredInterest> = {},
): NewLogEntry => ({
  ...{ type: 'recorded', at: instant(n), actor: ana },
  said: ['withdrawn', 'useCase'],
  state: storedInterest(id, {
    ...{ useCaseKey: 'files', useCase: 'Files', urgency: 'important' },
    ...{ createdAt: instant(n), updatedAt: instant(n), version: 1 },
    ...{ confirmedAt: instant(n), ...of },
  }),
});
const owner: NewLogEntry = {
  ...{ type: 'owner', at: instant(1), actor: dana, owner: 'group:default/o' },
};

/** A log by a number for each key of one person. */
const hundred = Array.from({ length: 100 }, (_, n) =>
  recorded(`h${n}`, 1, { useCaseKey: `key-${n}` }),
);

const merge = (
  lines: readonly InterestLineRead[],
  log: readonly NewLogEntry[] = [],
  earlier: readonly NewLogEntry[] = [],
) => {
  let next = 0;
  const frozen = deepFreeze({ lines, log, earlier });
  return allAtOnce(
    mergeSteps({
      lines: frozen.lines,
      // The lines are added to these.
      own: allAtOnce(ownLogs(frozen.log)),
      earlier: frozen.earlier,
      newId: wanted => wanted ?? `new-${++next}`,
    }),
  );
};
const room =
  'useCaseKey: user:default/ana has 100 use cases in api:default/x, withdrawn ones included, and more than 100 are not taken; leave the line out, or write it under a useCaseKey that they have';

it.each<
  [
    name: string,
    lines: InterestLineRead[],
    log: NewLogEntry[],
    fates: LineFate[],
    written: string[],
  ]
>([
  ['nothing', [], [recorded('1', 1)], [], []],
  ['a new interest', [asked(2)], [owner], ['imported'], ['recorded new-1']],
  [
    'a new interest under the id that it had',
    [asked(2, { id: 'i-7' })],
    [],
    ['imported'],
    ['recorded i-7'],
  ],
  [
    'a new interest that was confirmed',
    [asked(2, { useCase: 'Files', confirmedAt: iso(3) })],
    [],
    ['imported'],
    ['recorded new-1', 'changed new-1'],
  ],
  [
    'the same line twice',
    [asked(2, { useCase: 'Files' }), asked(2, { useCase: 'Files' })],
    [],
    ['imported', 'unchanged'],
    ['recorded new-1'],
  ],
  [
    'two use cases',
    [asked(2), asked(2, { useCaseKey: 'streams' })],
    [],
    ['imported', 'imported'],
    ['recorded new-1', 'recorded new-2'],
  ],
  [
    'an answer, whatever place it has',
    [answered(3), asked(2)],
    [],
    ['imported', 'imported'],
    ['recorded new-1', 'status new-1'],
  ],
  ['an answer to nothing', [answered(3)], [], ['waiting'], []],
  [
    'an answer to another use case',
    [answered(3, { useCaseKey: 'streams' }), asked(2)],
    [],
    ['waiting', 'imported'],
    ['recorded new-1'],
  ],
  [
    'an answer from before its interest was there',
    [answered(1), asked(2)],
    [],
    ['waiting', 'imported'],
    ['recorded new-1'],
  ],
  [
    'an answer of the instant in which its interest was recorded',
    [answered(2), asked(2)],
    [],
    ['imported', 'imported'],
    ['recorded new-1', 'status new-1'],
  ],
  [
    'an answer to what stands',
    [answered(3)],
    [recorded('1', 2)],
    ['imported'],
    ['status 1'],
  ],
  [
    'a withdrawal of what stands',
    [answered(3, { status: 'withdrawn', note: null, by: ana })],
    [recorded('1', 2)],
    ['imported'],
    ['withdrawn 1'],
  ],
  [
    'an answer twice',
    [answered(3), answered(3)],
    [recorded('1', 2)],
    ['imported', 'unchanged'],
    ['status 1'],
  ],
  [
    'two answers of one instant that say different things',
    [answered(3), answered(3, { note: 'In Q2' })],
    [recorded('1', 2)],
    ['imported', 'imported'],
    ['status 1', 'status 1'],
  ],
  [
    'an earlier account of what stands, which stays as it is',
    [asked(1, { useCase: 'Streams' })],
    [recorded('1', 2)],
    ['imported'],
    ['recorded 1'],
  ],
  [
    'a later account of what stands, which says something else then',
    [asked(1, { useCase: 'Streams', confirmedAt: iso(5) })],
    [recorded('1', 2)],
    ['changed'],
    ['recorded 1', 'changed 1'],
  ],
  [
    'a confirmation of what stands',
    [asked(1, { confirmedAt: iso(5) })],
    [recorded('1', 2)],
    ['imported'],
    ['recorded 1', 'confirmed 1'],
  ],
  [
    'an export where it came from',
    [asked(2, { id: '1', useCase: 'Files' })],
    [recorded('1', 2)],
    ['unchanged'],
    [],
  ],
  [
    'two accounts of one interest, the older first, which the other changes',
    [asked(4, { useCase: 'B' }), asked(3, { useCase: 'A' })],
    [],
    ['changed', 'imported'],
    ['recorded new-1', 'recorded new-1'],
  ],
  ['one use case too many', [asked(2)], hundred, [{ failed: room }], []],
  [
    'another line of a use case that they have',
    [asked(2, { useCaseKey: 'key-7', useCase: 'Streams' })],
    hundred,
    ['changed'],
    ['recorded h7'],
  ],
  [
    'the last that there is room for, and one more',
    [asked(2), asked(3, { useCaseKey: 'streams' })],
    hundred.slice(1),
    ['imported', { failed: room }],
    ['recorded new-1'],
  ],
  [
    'a use case of somebody who has room',
    [asked(2, { author: 'user:default/ben' })],
    hundred,
    ['imported'],
    ['recorded new-1'],
  ],
  [
    'a line whose text is not kept any more',
    [asked(1, { useCase: 'Streams' })],
    [
      recorded('1', 1),
      {
        ...recorded('1', 1),
        // 9e15 less the first of May in milliseconds.
        order: '1 8998222406400000 ~000000',
      },
    ],
    ['unchanged'],
    [],
  ],
  [
    'another kind of line of the same instant',
    [answered(1)],
    [
      recorded('1', 1),
      { ...recorded('1', 1), order: '1 8998222406400000 ~000000' },
    ],
    ['imported'],
    ['status 1'],
  ],
])('%s', (_name, lines, log, fates, written) => {
  const { entries, ...rest } = merge(lines, log);
  expect(rest.fates).toEqual(fates);
  expect(
    entries.map(entry => {
      const id = 'state' in entry ? entry.state.id : (entry as any).id;
      return `${entry.type} ${id}`;
    }),
  ).toEqual(written);
});

it('hands on each interest once, as it stands afterwards', () => {
  const { touched } = merge(
    [
      answered(3),
      answered(4, { status: 'adopted', note: null }),
      asked(2, { useCaseKey: 'streams', useCase: 'Streams' }),
    ],
    [recorded('1', 1)],
  );
  expect(touched).toHaveLength(2);
  expect(touched.find(({ id }) => id === '1')).toMatchObject({
    ...{ status: 'adopted', statusNote: null, statusBy: dana, version: 3 },
    ...{ useCase: 'Files', statusAt: instant(4) },
  });
  expect(touched.find(({ id }) => id === 'new-1')).toMatchObject({
    ...{ useCaseKey: 'streams', useCase: 'Streams', version: 1 },
    createdAt: instant(2),
  });
});

it('knows what was said where an interest came from', () => {
  const moved = recorded('1', 2, { version: 4 });
  const { entries, fates } = merge(
    [asked(1, { useCase: 'Old' })],
    [{ ...moved, said: undefined } as NewLogEntry],
    merge([asked(1, { useCase: 'Old', id: '1' })]).entries,
  );
  expect([entries, fates]).toEqual([[], ['unchanged']]);
});

it('does not name an interest that only another target has', () => {
  const { entries } = merge([asked(2)], [], [recorded('1', 1)]);
  expect(entries).toMatchObject([{ state: { id: 'new-1' } }]);
});

it('finds the lines of each interest, and those of nothing else', () => {
  const change: NewLogEntry = {
    ...{ type: 'changed', at: instant(3), actor: ana, id: '1' },
    change: { useCase: 'Streams' },
  };
  const lines = [owner, recorded('1', 1), recorded('2', 2), change];
  expect([...byInterest(deepFreeze(lines))]).toEqual([
    ['1', [lines[1], change]],
    ['2', [lines[2]]],
  ]);
});
