import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { InterestEntry } from './Decision';
import { foldInterest } from './foldInterest';

const ana = 'user:default/ana';
const dana = 'user:default/dana';
const day = (n: number) => new Date(Date.UTC(2026, 4, n));

const state = (of: Partial<StoredInterest> = {}) =>
  storedInterest('1', {
    ...{ createdAt: day(1), updatedAt: day(1), confirmedAt: day(1) },
    ...{ version: 1, ...of },
  });
const recorded = (
  of: Partial<StoredInterest> = {},
  more: object = {},
): InterestEntry => ({
  ...{ type: 'recorded', at: day(1), actor: ana },
  ...{ said: ['withdrawn', ...Object.keys(of)], state: state(of), ...more },
});
const later = (
  type: Exclude<InterestEntry['type'], 'recorded'>,
  n: number,
  change: object,
  more: object = {},
): InterestEntry => ({
  ...{ type, at: day(n), actor: ana, id: '1', change, ...more },
});
const fold = (entries: InterestEntry[], until?: Date) =>
  foldInterest(deepFreeze(entries), until);

it('is nothing where nothing was recorded', () => {
  expect(fold([])).toBeUndefined();
  expect(fold([later('changed', 2, { useCase: 'Files' })])).toBeUndefined();
});

const states: Array<[string, InterestEntry[], Partial<StoredInterest>]> = [
  ['is as it was recorded', [recorded()], {}],
  [
    'says what was said last, whatever order the lines come in',
    [
      later('changed', 3, { useCase: 'Streams', confirmedAt: day(3) }),
      recorded(),
      later('changed', 2, { useCase: 'Files', confirmedAt: day(2) }),
    ],
    { useCase: 'Streams', confirmedAt: day(3), updatedAt: day(3) },
  ],
  [
    'has of two lines of one instant the one written last',
    [
      recorded({}, { seq: 1 }),
      later('changed', 2, { useCase: 'Files' }, { seq: 3 }),
      later('changed', 2, { useCase: 'Streams' }, { seq: 2 }),
    ],
    { useCase: 'Files', updatedAt: day(2) },
  ],
  [
    'has what is not written yet after all that is',
    [
      later('changed', 2, { useCase: 'Files' }),
      recorded({}, { seq: 1 }),
      later('changed', 2, { useCase: 'Streams' }, { seq: 9 }),
    ],
    { useCase: 'Files', updatedAt: day(2) },
  ],
  [
    'says what stood already and was said again',
    [recorded(), later('changed', 2, {}, { also: { urgency: 'important' } })],
    { urgency: 'important', updatedAt: day(2) },
  ],
  [
    'tells when the owner answered, and who',
    [recorded(), later('status', 2, { status: 'planned' }, { actor: dana })],
    { status: 'planned', statusAt: day(2), statusBy: dana, updatedAt: day(2) },
  ],
  [
    'is withdrawn, and says nothing of an answer',
    [recorded(), later('withdrawn', 2, { withdrawn: true })],
    { withdrawn: true, updatedAt: day(2) },
  ],
  [
    'stands again once somebody completes it in the portal',
    [
      recorded(),
      later('withdrawn', 2, { withdrawn: true }, { order: '2 x' }),
      later('changed', 3, { useCase: 'Files' }),
    ],
    { useCase: 'Files', withdrawn: false, updatedAt: day(3) },
  ],
  [
    'stays withdrawn where an import only tells more about it',
    [
      recorded(),
      later('withdrawn', 2, { withdrawn: true }),
      later('changed', 3, { useCase: 'Files' }, { order: '1 x' }),
    ],
    { useCase: 'Files', withdrawn: true, updatedAt: day(3) },
  ],
  [
    'recorded twice says what was said each time, and is as old as the first',
    [
      recorded({ useCase: 'Files', alternative: 'Mail' }),
      recorded(
        { useCase: 'Streams', createdAt: day(5), confirmedAt: day(5) },
        { at: day(5), said: ['useCase'] },
      ),
    ],
    {
      useCase: 'Streams',
      alternative: 'Mail',
      confirmedAt: day(5),
      updatedAt: day(5),
    },
  ],
  [
    'recorded twice is as old as the second where that is older',
    [recorded(), recorded({ createdAt: day(0) }, { at: day(2), said: [] })],
    { createdAt: day(0), updatedAt: day(2) },
  ],
  [
    'came from another target as it is there, and no younger',
    [
      recorded({ useCase: 'Files' }),
      recorded(
        { ...{ useCase: 'Streams', createdAt: day(3), updatedAt: day(4) } },
        { at: day(4), said: undefined },
      ),
    ],
    { useCase: 'Streams', updatedAt: day(4) },
  ],
  [
    'goes on under another team as what it was until then',
    [
      recorded({ useCase: 'Files' }),
      recorded(
        {
          ...{ team: 'group:default/billing', useCase: 'Old' },
          ...{ useCaseKey: 'default-2', updatedAt: day(4) },
        },
        { at: day(4), said: undefined },
      ),
    ],
    {
      ...{ team: 'group:default/billing', useCase: 'Files' },
      ...{ useCaseKey: 'default-2', updatedAt: day(4) },
    },
  ],
];
it.each(states)('%s', (_, entries, expected) => {
  const { version, imported, ...rest } = fold(entries)!;
  const { version: first, ...start } = state();
  expect(rest).toEqual({ ...start, ...expected });
  expect(version).toBe(entries.length);
});

it('is what it was at an instant, that instant included', () => {
  const entries = [
    recorded(),
    later('changed', 2, { useCase: 'Files' }),
    later('changed', 3, { useCase: 'Streams' }),
  ];
  const useCases = [0, 1, 2, 3].map(n => fold(entries, day(n))?.useCase);
  expect(useCases).toEqual([undefined, null, 'Files', 'Streams']);
  // All lines count, so that an answer to an older version is refused.
  expect(fold(entries, day(1))?.version).toBe(3);
});

const byImport = { order: '1 x' };
const imports: Array<[string, InterestEntry[], readonly string[]]> = [
  ['nothing that was recorded in the portal', [recorded()], []],
  [
    'all that an import said, and that it is there at all',
    [recorded({ useCase: 'Files' }, { ...byImport, said: ['useCase'] })],
    ['press', 'useCase'],
  ],
  [
    'no press after a person confirmed it; what they did not say stays',
    [
      recorded({}, { ...byImport, said: ['useCase'] }),
      later('confirmed', 2, { confirmedAt: day(2) }),
    ],
    ['useCase'],
  ],
  [
    'a press still after an owner answered',
    [
      recorded({}, { ...byImport, said: ['status'] }),
      later('status', 2, { status: 'planned' }, { actor: dana }),
    ],
    ['press'],
  ],
  [
    'a press still after its author withdrew it',
    [
      recorded({}, { ...byImport, said: ['withdrawn'] }),
      later('withdrawn', 2, { withdrawn: true }),
    ],
    ['press'],
  ],
  [
    'a status that an import told after the person',
    [recorded(), later('status', 2, { status: 'planned' }, { order: '2 x' })],
    ['status'],
  ],
  [
    'a press still after a later line of an import',
    [
      recorded({}, { ...byImport, said: [] }),
      later('confirmed', 2, { confirmedAt: day(2) }, byImport),
    ],
    ['press'],
  ],
  [
    'what it was of one that came from another target',
    [recorded({ imported: ['useCase'] }, { said: undefined })],
    ['useCase'],
  ],
  [
    'nothing of one that came from another target by a person',
    [recorded({}, { said: undefined })],
    [],
  ],
  [
    'what it was before it got another name',
    [
      recorded({}, { ...byImport, said: ['useCase'] }),
      recorded(
        { team: 'group:default/billing', imported: [] },
        { at: day(2), said: undefined },
      ),
    ],
    ['press', 'useCase'],
  ],
  [
    'what it came with under the same name',
    [
      recorded({}, { ...byImport, said: ['useCase'] }),
      recorded({ imported: ['urgency'] }, { at: day(2), said: undefined }),
    ],
    ['urgency'],
  ],
  [
    'what it was before it got the name of another author',
    [
      recorded({}, { ...byImport, said: ['useCase'] }),
      recorded(
        { author: 'user:default/anna', imported: [] },
        { at: day(2), said: undefined },
      ),
    ],
    ['press', 'useCase'],
  ],
  [
    'what it came with under the name that a person gave it',
    [
      recorded({}, { ...byImport, said: ['useCase'] }),
      later('changed', 2, { team: 'group:default/billing' }),
      recorded(
        { team: 'group:default/billing', imported: ['urgency'] },
        { at: day(3), said: undefined },
      ),
    ],
    ['urgency'],
  ],
];
it.each(imports)('is imported: %s', (_, entries, expected) => {
  expect(fold(entries)?.imported).toEqual(expected);
});
