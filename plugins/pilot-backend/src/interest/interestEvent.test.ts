import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { InterestEntry } from './Decision';
import { importEvents, interestEvent } from './interestEvent';

const where = { target: 'api:default/x', at: new Date('2026-11-21T09:00:00Z') };

it.each([
  ['recorded', { status: 'open' }, 'open'],
  ['status', { status: 'planned' }, 'planned'],
  ['withdrawn', { status: 'open', withdrawn: true }, 'withdrawn'],
  ['withdrawn', { status: 'adopted', withdrawn: true }, 'withdrawn'],
  ['reopened', { status: 'acknowledged', withdrawn: false }, 'acknowledged'],
] as const)('%s with %j is %s', (type, of, status) => {
  const interest = deepFreeze(storedInterest('i-1', of));
  // Neither the author nor anything that they wrote.
  expect(interestEvent(type, interest, deepFreeze(where))).toEqual({
    type,
    interest: 'i-1',
    target: 'api:default/x',
    team: 'group:default/payments',
    status,
    at: '2026-11-21T09:00:00.000Z',
  });
});

const entry = (id: string, type: InterestEntry['type'], day: number) =>
  ({
    ...{ type, at: new Date(Date.UTC(2026, 4, day)), actor: 'user:default/a' },
    ...(type === 'recorded'
      ? { state: storedInterest(id) }
      : { id, change: {} }),
  } as InterestEntry);

it.each<[string, string[], InterestEntry[], string[]]>([
  ['nothing', [], [], []],
  ['a new interest', ['1'], [entry('1', 'recorded', 1)], ['1 recorded 1']],
  [
    'the last that is said of an interest',
    ['1'],
    [entry('1', 'recorded', 1), entry('1', 'status', 2)],
    ['1 status 2'],
  ],
  [
    'each interest once',
    ['1', '2'],
    [
      entry('2', 'recorded', 1),
      entry('1', 'withdrawn', 3),
      entry('2', 'changed', 2),
    ],
    ['1 withdrawn 3', '2 changed 2'],
  ],
  ['nothing that lines said nothing of', ['1'], [entry('2', 'status', 2)], []],
  [
    'nothing of an interest that another is recorded beside',
    ['1'],
    [entry('2', 'recorded', 2)],
    [],
  ],
])('tells of %s', (_name, ids, entries, expected) => {
  const touched = ids.map(id => storedInterest(id));
  const events = importEvents(deepFreeze({ touched, entries }), where.target);
  expect(
    events.map(({ interest, type, at }) =>
      [interest, type, new Date(at).getUTCDate()].join(' '),
    ),
  ).toEqual(expected);
  expect(events.every(({ target }) => target === where.target)).toBe(true);
});
