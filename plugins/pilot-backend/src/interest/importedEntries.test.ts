import {
  InterestLine,
  StatusLine,
} from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { InterestEntry } from './Decision';
import { importedEntries, WithTeam } from './importedEntries';

const who = {
  ...{ team: 'group:default/payments', author: 'user:default/ana' },
  ...{ target: 'api:default/x', useCaseKey: 'files' },
};
const asked = (of: object): WithTeam<InterestLine> =>
  deepFreeze({
    ...{ type: 'interest', ...who, createdAt: '2026-05-01T00:00:00Z' },
    ...of,
  } as WithTeam<InterestLine>);
const answered = (of: object): WithTeam<StatusLine> =>
  deepFreeze({
    ...{ type: 'status', ...who, by: 'user:default/dana' },
    ...{ at: '2026-05-05T00:00:00Z', status: 'planned', note: 'In Q1', ...of },
  } as WithTeam<StatusLine>);
const created = new Date('2026-05-01T00:00:00Z');
const confirmed = new Date('2026-05-03T00:00:00Z');

it('is recorded as its line says', () => {
  const [entry, ...others] = importedEntries(
    asked({ urgency: 'critical', useCase: null, contribute: true }),
    'i-1',
  );
  expect(others).toEqual([]);
  expect(entry).toEqual({
    type: 'recorded',
    at: created,
    actor: 'user:default/ana',
    said: ['urgency', 'useCase', 'contribute'],
    // 9e15 less the time of confirmation, so that what was confirmed later comes first.
    order:
      '1 8998222406400000 {"urgency":"critical","useCase":null,"contribute":true}',
    state: {
      ...{ id: 'i-1', team: who.team, author: who.author, useCaseKey: 'files' },
      ...{ onBehalf: false, urgency: 'critical', useCase: null },
      ...{ alternative: null, neededBy: null, expectedUsage: null },
      ...{ otherwise: null, contribute: true, status: 'open' },
      ...{ statusNote: null, statusAt: null, statusBy: null },
      ...{ withdrawn: false, version: 1 },
      ...{ createdAt: created, updatedAt: created, confirmedAt: created },
    },
  });
});

it.each<[string, object, Array<Partial<InterestEntry> & { change?: object }>]>([
  [
    'says its details again when it was confirmed',
    { useCase: 'Files', confirmedAt: confirmed.toISOString() },
    [
      { type: 'recorded', at: created, said: ['useCase'] },
      {
        ...{ type: 'changed', at: confirmed, id: 'i-1' },
        ...{ actor: 'user:default/ana' },
        change: { useCase: 'Files', confirmedAt: confirmed },
      },
    ],
  ],
  [
    'is only confirmed where it says no detail',
    { confirmedAt: confirmed.toISOString() },
    [
      { type: 'recorded', at: created, said: [] },
      {
        ...{ type: 'confirmed', at: confirmed, id: 'i-1' },
        change: { confirmedAt: confirmed },
      },
    ],
  ],
  [
    'is not confirmed at its creation',
    { useCase: 'Files', confirmedAt: created.toISOString() },
    [{ type: 'recorded', at: created, said: ['useCase'] }],
  ],
])('%s', (_name, of, expected) => {
  const entries = importedEntries(asked(of), 'i-1');
  expect(entries).toMatchObject(expected);
  expect(entries).toHaveLength(expected.length);
  expect(new Set(entries.map(({ order }) => order)).size).toBe(1);
});

it.each([
  ['a later confirmation', '2026-05-01T00:00:00Z', '2026-05-03T00:00:00Z'],
  ['one in another age', '1969-05-01T00:00:00Z', '2026-05-03T00:00:00Z'],
  ['one at the end of time', '2026-05-01T00:00:00Z', '+275000-01-01T00:00:00Z'],
])('orders %s before an earlier one', (_name, earlier, later) => {
  const orderOf = (confirmedAt: string) =>
    importedEntries(asked({ confirmedAt }), 'i-1')[0].order!;
  expect(orderOf(later) < orderOf(earlier)).toBe(true);
});

it.each([
  [
    'an answer',
    { status: 'planned', note: 'In Q1' },
    'status',
    { withdrawn: false, status: 'planned', statusNote: 'In Q1' },
  ],
  [
    'an answer without a note',
    { status: 'declined', note: null },
    'status',
    { withdrawn: false, status: 'declined', statusNote: null },
  ],
  [
    'a withdrawal, whose note is nobody’s',
    { status: 'withdrawn', note: null },
    'withdrawn',
    { withdrawn: true },
  ],
] as const)('takes %s', (_name, of, type, change) => {
  expect(importedEntries(answered(of), 'i-1')).toEqual([
    {
      ...{ type, at: new Date('2026-05-05T00:00:00Z'), id: 'i-1', change },
      ...{ actor: 'user:default/dana' },
      order: `2 ${JSON.stringify(['user:default/dana', change])}`,
    },
  ]);
});
