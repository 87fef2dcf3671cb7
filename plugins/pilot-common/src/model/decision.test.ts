import { rateSchema } from './adoption';
import { decideSchema } from './decision';
import { proposeSchema } from './proposal';
import { defaultGatePolicy, gatePolicySchema, gateSchema } from './gate';

type Case = [string, object, string, string];

/** The fields that are refused, each with its message. */
const problemsOf = (
  schema: { safeParse(given: unknown): { error?: any } },
  given: unknown,
): Record<string, string> =>
  Object.fromEntries(
    schema
      .safeParse(given)
      .error?.issues.map(({ path, message }: any) => [
        path.join('.'),
        message,
      ]) ?? [],
  );

describe('proposeSchema', () => {
  const body = { to: 'platform', reason: 'Nothing is left.' };

  it.each([
    ['where to and why', body, body],
    [
      'all of it',
      { to: 'build-out', reason: ' Now. ', bypass: true, version: 0 },
      { to: 'build-out', reason: 'Now.', bypass: true, version: 0 },
    ],
    ['a way back', { ...body, to: 'reopen' }, { ...body, to: 'reopen' }],
  ])('takes %s', (_name, given, expected) => {
    expect(proposeSchema.parse(given)).toEqual(expected);
  });

  it.each<Case>([
    ['a derived phase', { to: 'demand' }, 'to', '"reopen"'],
    ['nowhere', { to: undefined }, 'to', '"build-out"'],
    ['no reason', { reason: undefined }, 'reason', 'say why now'],
    ['an empty one', { reason: '\t' }, 'reason', 'say why now'],
    ['a long one', { reason: 'x'.repeat(4001) }, 'reason', 'at most 4000'],
    ['a word for yes', { bypass: 'yes' }, 'bypass', 'expected boolean'],
    ['a way past launch', { bypass: true }, 'bypass', 'build-out alone'],
    ['half a version', { version: 0.5 }, 'version', 'expected int'],
    ['somebody', { by: 'user:default/eve' }, '', '"by"'],
  ])('refuses %s', (_name, change, field, message) => {
    expect(problemsOf(proposeSchema, { ...body, ...change })).toEqual({
      [field]: expect.stringContaining(message),
    });
  });
});

describe('decideSchema', () => {
  const body = { decision: 'reject', reason: 'Not before June.', version: 1 };

  it('takes a decision, a reason and a version', () => {
    expect(decideSchema.parse(body)).toEqual(body);
  });

  it.each<Case>([
    ['a shrug', { decision: 'abstain' }, 'decision', '"approve"|"reject"'],
    ['no reason', { reason: '' }, 'reason', 'it is kept and never edited'],
    ['no version', { version: undefined }, 'version', 'expected number'],
    ['no version yet', { version: 0 }, 'version', '>=1'],
    ['somebody', { decidedBy: 'user:default/eve' }, '', '"decidedBy"'],
  ])('refuses %s', (_name, change, field, message) => {
    expect(problemsOf(decideSchema, { ...body, ...change })).toEqual({
      [field]: expect.stringContaining(message),
    });
  });
});

describe('rateSchema', () => {
  it('takes a team and a score', () => {
    expect(rateSchema.parse({ team: 'Payments', score: 5, note: ' ' })).toEqual(
      { team: 'group:default/payments', score: 5, note: null },
    );
  });

  it.each<Case>([
    ['a person', { team: 'user:default/ada' }, 'team', 'must name a group'],
    ['0', { score: 0 }, 'score', 'must be 1 to 5'],
    ['6', { score: 6 }, 'score', 'must be 1 to 5'],
    ['a half', { score: 2.5 }, 'score', 'expected int'],
    ['a quarter', { quarter: '2026-Q1' }, '', '"quarter"'],
    ['a long note', { note: 'x'.repeat(2001) }, 'note', 'at most 2000'],
  ])('refuses %s', (_name, change, field, message) => {
    const given = { team: 'group:default/payments', score: 3, ...change };
    expect(problemsOf(rateSchema, given)).toEqual({
      [field]: expect.stringContaining(message),
    });
  });
});

it('takes the gates that hold by default', () => {
  expect(gatePolicySchema.parse(defaultGatePolicy)).toEqual({
    'build-out': { teams: 3, useCases: 3, score: 40 },
  });
});

it.each([
  ['a check', { code: 'check', check: 'docs.examples' }, true],
  ['a number', { code: 'teams', value: 2, needed: 3 }, true],
  ['a number without what it should be', { code: 'score', value: 2 }, false],
  ['a check that is not named', { code: 'check' }, false],
  ['what only a newer backend knows', { code: 'budget', of: 'it' }, true],
  ['something without a name', { value: 0, needed: 1 }, false],
])('leaves %s before a gate: %j', (_name, left, good) => {
  const gate = { to: 'build-out', open: false, left: [left] };
  expect(gateSchema.safeParse(gate).success).toBe(good);
});
