import { checkIdSchema } from './check';
import { attestSchema, reportSchema, waiveSchema } from './readinessAnswers';
import { readinessByRefsSchema } from './readiness';

const check = 'governance.security-review';
const evidence = 'https://wiki.example.com/review';
const script = ['javascript', 'alert(1)'].join(':');

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

it.each(['docs.examples', 'a', 'acme.2-factor.app', 'x-1', '2fa'])(
  'takes %s as the id of a check',
  id => expect(checkIdSchema.parse(id)).toBe(id),
);

it.each(['', 'Docs.x', 'a..b', 'a-.b', '.a', 'a ', 'a_b', 'ä', 'a/b'])(
  'refuses %j as the id of a check',
  id =>
    expect(problemsOf(checkIdSchema, id)).toEqual({
      '': expect.stringContaining('such as docs.getting-started'),
    }),
);

describe('attestSchema', () => {
  const body = { check, verdict: 'pass', evidence };

  it.each([
    ['only what is needed', body, body],
    ['not yet', { ...body, verdict: 'fail' }, { ...body, verdict: 'fail' }],
    [
      'a note with blanks around',
      { ...body, note: ' See page 2. ' },
      { ...body, note: 'See page 2.' },
    ],
    ['an empty note', { ...body, note: '' }, { ...body, note: null }],
    [
      'a last day',
      { ...body, expiresAt: '2027-03-01' },
      { ...body, expiresAt: '2027-03-01' },
    ],
    [
      'a last instant',
      { ...body, expiresAt: '2027-03-01T12:00:00+01:00' },
      { ...body, expiresAt: '2027-03-01T12:00:00+01:00' },
    ],
  ])('takes %s', (_name, given, expected) => {
    expect(attestSchema.parse(given)).toEqual(expected);
  });

  it.each<[string, object, string, string]>([
    ['no check', { check: undefined }, 'check', 'expected string'],
    ['a check in capitals', { check: 'Docs' }, 'check', 'docs.getting-started'],
    ['no verdict', { verdict: undefined }, 'verdict', '"pass"|"fail"'],
    ['an exemption', { verdict: 'waived' }, 'verdict', '"pass"|"fail"'],
    ['no evidence', { evidence: undefined }, 'evidence', 'https://'],
    ['evidence in words', { evidence: 'see wiki' }, 'evidence', 'https://'],
    ['evidence that runs code', { evidence: script }, 'evidence', 'https://'],
    ['a file', { evidence: 'file:///etc/passwd' }, 'evidence', 'https://'],
    [
      'an endless link',
      { evidence: `${evidence}/${'x'.repeat(2000)}` },
      'evidence',
      'at most 2000',
    ],
    [
      'a NUL character in a link',
      { evidence: `${evidence}/\u0000` },
      'evidence',
      'control characters',
    ],
    ['a long note', { note: 'x'.repeat(2001) }, 'note', 'at most 2000'],
    ['a NUL character', { note: 'a\u0000b' }, 'note', 'control characters'],
    [
      'a day that is none',
      { expiresAt: '2027-02-30' },
      'expiresAt',
      'must be a date such as 2027-03-01',
    ],
    ['some time', { expiresAt: 'soon' }, 'expiresAt', '2027-03-01'],
    ['a person', { by: 'user:default/eve' }, '', '"by"'],
  ])('refuses %s', (_name, change, field, message) => {
    expect(problemsOf(attestSchema, { ...body, ...change })).toEqual({
      [field]: expect.stringContaining(message),
    });
  });
});

describe('waiveSchema', () => {
  const body = {
    check,
    reason: 'Contract is signed.',
    expiresAt: '2027-02-01',
  };

  it('takes a check, a reason and an end', () => {
    expect(waiveSchema.parse(body)).toEqual(body);
  });

  it.each<[string, object, string, string]>([
    ['no reason', { reason: undefined }, 'reason', 'say why it can wait'],
    ['an empty reason', { reason: ' \n' }, 'reason', 'say why it can wait'],
    ['a long one', { reason: 'x'.repeat(2001) }, 'reason', 'at most 2000'],
    ['no end', { expiresAt: undefined }, 'expiresAt', '2027-03-01'],
    ['no end at all', { expiresAt: null }, 'expiresAt', '2027-03-01'],
    ['evidence', { evidence }, '', '"evidence"'],
  ])('refuses %s', (_name, change, field, message) => {
    expect(problemsOf(waiveSchema, { ...body, ...change })).toEqual({
      [field]: expect.stringContaining(message),
    });
  });
});

describe('reportSchema', () => {
  const result = { check: 'docs.examples', verdict: 'fail' };

  it.each([
    ['a result', [result]],
    [
      'all that can be said',
      [{ ...result, evidence, note: '3 of 7', at: '2026-11-20T09:00:00Z' }],
    ],
    ['a hundred', Array(100).fill(result)],
  ])('takes %s', (_name, given) => {
    expect(reportSchema.parse(given)).toEqual(given);
  });

  it.each<[string, unknown, string, string]>([
    ['none', [], '', 'at least one'],
    ['too many', Array(101).fill(result), '', 'at most 100'],
    ['a single object', result, '', 'expected array'],
    [
      'what does not apply',
      [{ ...result, verdict: 'notApplicable' }],
      '0.verdict',
      '"pass"|"fail"',
    ],
    [
      'evidence that runs code',
      [result, { ...result, evidence: script }],
      '1.evidence',
      'https://',
    ],
    [
      'a day as time',
      [{ ...result, at: '2026-11-20' }],
      '0.at',
      '2026-11-20T09:00:00Z',
    ],
    ['an end', [{ ...result, expiresAt: '2027-01-01' }], '0', '"expiresAt"'],
  ])('refuses %s', (_name, given, field, message) => {
    expect(problemsOf(reportSchema, given)).toEqual({
      [field]: expect.stringContaining(message),
    });
  });
});

it('takes at most 300 refs, and writes them as the catalog does', () => {
  const of = (count: number) => ({
    targets: Array.from({ length: count }, (_, index) => `API:Orders-${index}`),
  });
  expect(readinessByRefsSchema.parse(of(2)).targets).toEqual([
    'api:default/orders-0',
    'api:default/orders-1',
  ]);
  expect(readinessByRefsSchema.safeParse(of(300)).success).toBe(true);
  expect(problemsOf(readinessByRefsSchema, of(301))).toEqual({
    targets: expect.stringContaining('several requests'),
  });
  expect(problemsOf(readinessByRefsSchema, of(0))).toHaveProperty('targets');
});
