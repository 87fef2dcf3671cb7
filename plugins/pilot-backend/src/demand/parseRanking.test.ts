import { deepFreeze } from '../__testUtils__/deepFreeze';
import { parseRanking } from './parseRanking';

const now = new Date('2026-11-20T09:00:00Z');

const usual = parseRanking({}, now);

it('lists what is asked for most first, unless said otherwise', () => {
  expect(usual).toEqual({
    filter: {},
    sort: { by: 'score', descending: true },
    asOf: undefined,
    weeks: false,
    total: false,
    cursor: undefined,
    limit: usual.limit,
  });
  expect(usual.limit).toBeGreaterThan(0);
});

it.each<[string, object, object]>([
  ['a kind', { kind: ['api'] }, { filter: { kinds: ['api'] } }],
  ['a namespace', { namespace: ['x'] }, { filter: { namespaces: ['x'] } }],
  ['a type', { type: ['service'] }, { filter: { types: ['service'] } }],
  [
    'an owner',
    { owner: ['group:default/x'] },
    { filter: { owners: ['group:default/x'] } },
  ],
  [
    'a system',
    { system: ['system:default/x'] },
    { filter: { systems: ['system:default/x'] } },
  ],
  [
    'a division',
    { division: ['group:default/x'] },
    { filter: { divisions: ['group:default/x'] } },
  ],
  ['a phase', { phase: ['demand'] }, { filter: { phases: ['demand'] } }],
  ['a level', { level: ['strong'] }, { filter: { levels: ['strong'] } }],
  ['words', { q: 'files' }, { filter: { text: 'files' } }],
  [
    'another order',
    { orderBy: '-newestAsk' },
    { sort: { by: 'newestAsk', descending: true } },
  ],
  [
    'the least first',
    { orderBy: 'score' },
    { sort: { by: 'score', descending: false } },
  ],
  [
    'a past date',
    { asOf: '2026-11-01T00:00:00Z' },
    { asOf: new Date('2026-11-01T00:00:00Z') },
  ],
  ['weeks', { weeks: true }, { weeks: true }],
  ['no weeks', { weeks: false }, { weeks: false }],
  ['the total', { total: true }, { total: true }],
  ['a page', { limit: 7, cursor: 'abc' }, { limit: 7, cursor: 'abc' }],
])('reads %s', (_name, query, expected) => {
  expect(parseRanking(deepFreeze(query), now)).toMatchObject(expected);
});
