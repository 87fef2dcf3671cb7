import {
  CheckAnswer,
  CheckDefinition,
  defaultChecks,
} from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { StoredFacts } from '../kernel/store/readiness/readinessRows';
import { decideFacts } from './decideFacts';
import { CollectedFacts } from './facts/FactCollector';
import { fingerprintOfChecks } from './fingerprintOfChecks';
import { SourceReply } from './sources/FactSource';

const earlier = new Date('2026-11-01T09:00:00Z');
const now = new Date('2026-11-20T09:00:00Z');

const check = (id: string, source?: string): CheckDefinition => ({
  ...defaultChecks[0],
  id,
  source,
});
const checks = deepFreeze([check('a', 'catalog'), check('b', 'links')]);
const statement = { handOff: null, platformScale: false };

const collected = (
  told: Record<string, ReadonlyArray<[string, any]>>,
  more: Partial<CollectedFacts> = {},
): CollectedFacts => ({
  ref: 'pilot:default/lake',
  applicable: ['a', 'b'],
  told: new Map<string, SourceReply>(
    Object.entries(told).map(([source, answers]) => [source, new Map(answers)]),
  ),
  silent: [],
  statement,
  ...more,
});
const answer = (of: Partial<CheckAnswer> = {}): CheckAnswer => ({
  ...{ check: 'a', verdict: 'pass', source: 'catalog', at: earlier },
  ...{ note: null, evidence: null, refs: [] },
  ...of,
});
const known = (
  answers: readonly CheckAnswer[],
  more: Partial<StoredFacts> = {},
): StoredFacts => ({
  collectedAt: earlier,
  checks: fingerprintOfChecks(checks),
  applicable: ['a', 'b'],
  answers,
  silent: [],
  statement,
  ...more,
});
const decide = (
  before: StoredFacts | undefined,
  collects: CollectedFacts,
  of: readonly CheckDefinition[] = checks,
) =>
  decideFacts(...deepFreeze([before, collects, { checks: of, now }] as const));

describe('what is kept', () => {
  const rows: Array<
    [string, StoredFacts | undefined, CollectedFacts, readonly CheckAnswer[]]
  > = [
    [
      'is what a source says, found out now',
      undefined,
      collected({ catalog: [['a', { verdict: 'pass' }]] }),
      [answer({ at: now })],
    ],
    [
      'is when, why and what of it was made',
      undefined,
      collected({
        catalog: [
          [
            'a',
            {
              ...{ verdict: 'fail', at: earlier, note: 'No owner' },
              ...{ evidence: 'https://x', refs: ['api:default/y'] },
              interest: true,
            },
          ],
        ],
      }),
      [
        answer({
          ...{ verdict: 'fail', note: 'No owner', evidence: 'https://x' },
          ...{ refs: ['api:default/y'], interest: true },
        }),
      ],
    ],
    [
      'is an answer not made from interest without a word about it',
      undefined,
      collected({ catalog: [['a', { verdict: 'pass', interest: false }]] }),
      [answer({ at: now })],
    ],
    [
      'is the last answer of a source that says nothing now',
      known([answer()]),
      collected({}, { silent: ['catalog'] }),
      [answer()],
    ],
    [
      'is the last answer to a check that its source leaves out',
      known([answer()]),
      collected({ catalog: [] }),
      [answer()],
    ],
    [
      'is no answer that its source took back',
      known([answer()]),
      collected({ catalog: [['a', null]] }),
      [],
    ],
    [
      'is no last answer of another source',
      known([answer({ source: 'techdocs' })]),
      collected({}),
      [],
    ],
    [
      'is nothing that a source says to the check of another',
      undefined,
      collected({ links: [['a', { verdict: 'pass' }]] }),
      [],
    ],
    [
      'is in the order of the checks',
      undefined,
      collected({
        links: [['b', { verdict: 'fail' }]],
        catalog: [['a', { verdict: 'pass' }]],
      }),
      [
        answer({ at: now }),
        answer({ check: 'b', source: 'links', verdict: 'fail', at: now }),
      ],
    ],
  ];
  it.each(rows)('%s', (_, before, collects, answers) => {
    expect(decide(before, collects).facts).toEqual({
      collectedAt: now,
      checks: fingerprintOfChecks(checks),
      applicable: ['a', 'b'],
      answers,
      silent: collects.silent,
      statement,
    });
  });

  it('is no answer to a check that no source answers any more, or that is asked no more', () => {
    const before = known([answer(), answer({ check: 'b', source: 'links' })]);
    expect(decide(before, collected({}), [check('a')]).facts.answers).toEqual(
      [],
    );
  });

  it('is what the Pilot states and what applies', () => {
    const states = { handOff: 'group:default/ops', platformScale: true };
    const { facts } = decide(
      undefined,
      collected({}, { statement: states, applicable: ['b'] }),
    );
    expect([facts.statement, facts.applicable]).toEqual([states, ['b']]);
  });
});

describe('what changed, what is logged, and whether all is the same', () => {
  const says = (of: object = {}) =>
    collected({ catalog: [['a', { verdict: 'pass', ...of }]] });
  const rows: Array<
    [
      string,
      StoredFacts | undefined,
      CollectedFacts,
      { changed: boolean; logged: boolean; isSame: boolean },
    ]
  > = [
    [
      'a first answer',
      undefined,
      says(),
      { changed: true, logged: true, isSame: false },
    ],
    [
      'the same answer, found out anew',
      known([answer()]),
      says(),
      { changed: false, logged: false, isSame: true },
    ],
    [
      'another verdict',
      known([answer()]),
      says({ verdict: 'fail' }),
      { changed: true, logged: true, isSame: false },
    ],
    [
      'an answer to a check that had none',
      known([answer({ check: 'b', source: 'links' })]),
      says(),
      { changed: true, logged: true, isSame: false },
    ],
    [
      'another note',
      known([answer()]),
      says({ note: 'Because' }),
      { changed: false, logged: false, isSame: false },
    ],
    [
      'another link',
      known([answer()]),
      says({ evidence: 'https://x' }),
      { changed: false, logged: false, isSame: false },
    ],
    [
      'another entity that it was made from',
      known([answer()]),
      says({ refs: ['api:default/y'] }),
      { changed: false, logged: true, isSame: false },
    ],
    [
      'interest that it was made from',
      known([answer()]),
      says({ interest: true }),
      { changed: false, logged: true, isSame: false },
    ],
    [
      'an answer of which nobody knew what it was made from',
      known([answer({ refs: undefined })]),
      says({ refs: ['api:default/y'] }),
      { changed: false, logged: false, isSame: false },
    ],
    [
      'a time of its own that is the same',
      known([answer({ at: new Date(0) })]),
      says({ at: new Date(0) }),
      { changed: false, logged: false, isSame: true },
    ],
    [
      'a time of its own that is another',
      known([answer({ at: new Date(0) })]),
      says({ at: new Date(1) }),
      { changed: false, logged: false, isSame: false },
    ],
    [
      'a source that fell silent: its answer is no longer of now',
      known([answer()]),
      collected({}, { silent: ['catalog'] }),
      { changed: false, logged: false, isSame: false },
    ],
    [
      'a source that stays silent',
      known([answer({ at: new Date(0) })], { silent: ['catalog'] }),
      collected({}, { silent: ['catalog'] }),
      { changed: false, logged: false, isSame: true },
    ],
    [
      'another check that applies',
      known([answer()], { applicable: ['a'] }),
      says(),
      { changed: false, logged: false, isSame: false },
    ],
    [
      'checks that were others',
      known([answer()], { checks: 'others' }),
      says(),
      { changed: false, logged: false, isSame: false },
    ],
    [
      'another hand-off',
      known([answer()], { statement: { ...statement, handOff: 'Ops' } }),
      says(),
      { changed: false, logged: false, isSame: false },
    ],
    [
      'another scale',
      known([answer()], { statement: { ...statement, platformScale: true } }),
      says(),
      { changed: false, logged: false, isSame: false },
    ],
  ];
  it.each(rows)('%s', (_, before, collects, expected) => {
    const { changed, logged, isSame } = decide(before, collects);
    const ids = (answers: readonly CheckAnswer[]) =>
      answers.map(each => each.check);
    expect({ changed: ids(changed), logged: ids(logged), isSame }).toEqual({
      changed: expected.changed ? ['a'] : [],
      logged: expected.logged ? ['a'] : [],
      isSame: expected.isSame,
    });
  });
});
