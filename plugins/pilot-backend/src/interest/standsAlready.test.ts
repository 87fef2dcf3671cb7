import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { InterestEntry } from './Decision';
import { InterestLineRead } from './importedEntries';
import { standsAlready } from './standsAlready';

const ana = 'user:default/ana';
const dana = 'user:default/dana';
const payments = 'group:default/payments';
const created = new Date('2026-05-01T00:00:00Z');
const confirmed = new Date('2026-05-03T00:00:00Z');
const answered = new Date('2026-05-05T00:00:00Z');

const state = storedInterest('1', {
  ...{ createdAt: created, updatedAt: created, confirmedAt: created },
  ...{ urgency: 'important', useCase: 'Files', version: 1 },
});
const recorded: InterestEntry = {
  ...{ type: 'recorded', at: created, actor: ana, said: ['useCase'], state },
};
const again: InterestEntry = {
  ...{ type: 'confirmed', at: confirmed, actor: ana, id: '1' },
  change: { confirmedAt: confirmed },
};
const status: InterestEntry = {
  ...{ type: 'status', at: answered, actor: dana, id: '1' },
  change: { status: 'planned', statusNote: 'In Q1', withdrawn: false },
};
const withdrawn: InterestEntry = {
  ...{ type: 'withdrawn', at: answered, actor: ana, id: '1' },
  change: { withdrawn: true },
};
const log = [recorded, again];

const ask = {
  ...{ type: 'interest', target: 'api:default/x', team: payments, author: ana },
  ...{ id: '1', useCaseKey: 'default', useCase: 'Files' },
  createdAt: created.toISOString(),
  confirmedAt: confirmed.toISOString(),
} as InterestLineRead;
const told = {
  ...{ type: 'status', target: 'api:default/x', team: payments, author: ana },
  ...{ useCaseKey: 'default', status: 'planned', note: 'In Q1', by: dana },
  at: answered.toISOString(),
} as InterestLineRead;

it.each<[string, InterestLineRead, readonly InterestEntry[], boolean]>([
  ['an interest as it stands', ask, log, true],
  [
    'its times in another spelling',
    { ...ask, createdAt: '2026-05-01T02:00:00+02:00' } as never,
    log,
    true,
  ],
  [
    'fewer details than it has',
    { ...ask, useCase: undefined } as never,
    log,
    true,
  ],
  ['another text', { ...ask, useCase: 'Streams' } as never, log, false],
  ['a text that is cleared', { ...ask, useCase: null } as never, log, false],
  ['more than it says', { ...ask, alternative: 'x' } as never, log, false],
  ['without its id', { ...ask, id: undefined } as never, log, false],
  ['another id', { ...ask, id: '2' } as never, log, false],
  [
    'created at another time',
    { ...ask, createdAt: '2026-05-02T00:00:00Z' } as never,
    log,
    false,
  ],
  [
    'confirmed at another time',
    { ...ask, confirmedAt: '2026-05-02T00:00:00Z' } as never,
    log,
    false,
  ],
  [
    'never confirmed, while it was',
    { ...ask, confirmedAt: undefined } as never,
    log,
    false,
  ],
  [
    'never confirmed, and it was not',
    { ...ask, confirmedAt: undefined } as never,
    [recorded],
    true,
  ],
  ['an interest of which there is no log', ask, [], false],
  ['an answer that was given', told, [...log, status], true],
  ['an answer that was not given', told, log, false],
  [
    'by somebody else',
    { ...told, by: 'user:default/dora' } as never,
    [...log, status],
    false,
  ],
  [
    'at another time',
    { ...told, at: '2026-05-06T00:00:00Z' } as never,
    [...log, status],
    false,
  ],
  [
    'another answer',
    { ...told, status: 'open' } as never,
    [...log, status],
    false,
  ],
  ['another note', { ...told, note: null } as never, [...log, status], false],
  [
    'a withdrawal that was made',
    { ...told, status: 'withdrawn', note: null, by: ana } as never,
    [...log, withdrawn],
    true,
  ],
  [
    'a withdrawal, where something else was changed then',
    { ...told, status: 'withdrawn', note: null } as never,
    [...log, status],
    false,
  ],
  [
    'an answer of the instant at which it was recorded',
    { ...told, by: ana, at: created.toISOString() } as never,
    log,
    false,
  ],
])('%s', (_, line, entries, expected) => {
  const [given, its] = deepFreeze([line, entries] as const);
  expect(standsAlready(given, '1', its)).toBe(expected);
});
