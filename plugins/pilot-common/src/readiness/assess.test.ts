import { deepFreeze } from '../demand/__testUtils__/asks';
import {
  attestationOf,
  automaticOf,
  checkOf,
  inDays,
  readinessOf,
  reportOf,
  waiverOf,
} from './__testUtils__/inputs';
import { assessReadiness, type ReadinessInput } from './assess';

const id = 'docs.example';

const assessOne = (
  given: Partial<ReadinessInput>,
  check: Partial<ReturnType<typeof checkOf>> = {},
) =>
  assessReadiness(
    deepFreeze(readinessOf({ checks: [checkOf({ id, ...check })], ...given })),
  ).checks[0];

describe('the answer that holds', () => {
  it('of an attestation is signed, dated and ends with it', () => {
    const { answer } = assessOne({
      attestations: [{ ...attestationOf(id, 'pass', 10), note: 'See there.' }],
    });
    expect(answer).toMatchObject({
      verdict: 'pass',
      source: 'attestation',
      id: `attestation-${id}`,
      by: 'user:default/dana',
      note: 'See there.',
      evidence: 'https://example.com/evidence',
      at: inDays(-80),
      expiresAt: inDays(10),
    });
  });

  it('of a report ends when it goes stale', () => {
    const by = 'external:ci';
    const { answer } = assessOne({
      reports: [{ ...reportOf(id, 'fail', 3), by }],
    });
    expect(answer).toEqual({
      verdict: 'fail',
      source: 'report',
      id: null,
      by,
      note: null,
      evidence: null,
      at: inDays(-3),
      expiresAt: inDays(4),
    });
  });

  it('of the catalog names its source', () => {
    const { answer } = assessOne({ automatic: [automaticOf(id, 'pass', 2)] });
    expect(answer).toMatchObject({
      source: 'catalog',
      by: null,
      expiresAt: inDays(5),
    });
  });
});

it('keeps the newest answer in mind when none holds', () => {
  const { verdict, answer, lastAnswer } = assessOne({
    attestations: [attestationOf(id, 'pass', -1)],
    reports: [reportOf(id, 'fail', 8)],
    automatic: [automaticOf(id, 'pass', 9)],
  });
  expect(verdict).toBe('unknown');
  expect(answer).toBeUndefined();
  expect(lastAnswer).toMatchObject({ source: 'report', verdict: 'fail' });
});

it('tells what a waiver stands in for, though another answer is newer', () => {
  const assessed = assessOne({
    attestations: [attestationOf(id, 'fail', 10)],
    automatic: [automaticOf(id, 'pass', 1)],
    waivers: [waiverOf(id)],
  });
  expect(assessed).toMatchObject({
    verdict: 'waived',
    lastAnswer: { verdict: 'fail', source: 'attestation' },
    waiver: { reason: 'It can wait.' },
  });
});

it('says nothing of a check that is not asked about the entity', () => {
  const assessed = assessOne({
    applicable: new Set(),
    automatic: [automaticOf(id, 'fail')],
    waivers: [waiverOf(id)],
  });
  expect(assessed).toEqual({
    definition: checkOf({ id }),
    verdict: 'notApplicable',
  });
});

it.each([
  [
    'an attestation where none is taken',
    { attestations: [attestationOf(id, 'pass')] },
    { attestation: undefined },
  ],
  [
    'a report where none is taken',
    { reports: [reportOf(id, 'pass')] },
    { report: false },
  ],
  [
    'an answer of a source that answered it before',
    { automatic: [automaticOf(id, 'pass')] },
    { source: 'tech-insights' },
  ],
  [
    'an automatic answer of a check without a source',
    { automatic: [automaticOf(id, 'pass')] },
    { source: undefined },
  ],
])('takes no notice of %s', (_name, given, check) => {
  expect(assessOne(given, check)).toMatchObject({ verdict: 'unknown' });
  expect(assessOne(given, check).lastAnswer).toBeUndefined();
});

it('puts first what to work on first', () => {
  const check = (
    name: string,
    required: 'platform' | undefined = undefined,
    weight = 1,
  ) => checkOf({ id: name, weight, required: required ? [required] : [] });
  const { checks } = assessReadiness(
    readinessOf({
      checks: [
        check('elsewhere', 'platform'),
        check('pass', 'platform', 9),
        check('waived', 'platform'),
        check('unknown', undefined, 2),
        check('fail'),
        check('required-unknown', 'platform'),
        check('required-fail-b', 'platform'),
        check('required-fail-a', 'platform'),
        check('required-fail-heavy', 'platform', 3),
      ],
      automatic: [
        automaticOf('elsewhere', 'notApplicable'),
        automaticOf('pass', 'pass'),
        automaticOf('waived', 'fail'),
        automaticOf('fail', 'fail'),
        automaticOf('required-fail-a', 'fail'),
        automaticOf('required-fail-b', 'fail'),
        automaticOf('required-fail-heavy', 'fail'),
      ],
      waivers: [waiverOf('waived')],
    }),
  );
  expect(checks.map(({ definition }) => definition.id)).toEqual([
    'required-fail-heavy',
    'required-fail-a',
    'required-fail-b',
    'required-unknown',
    'fail',
    'unknown',
    'waived',
    'pass',
    'elsewhere',
  ]);
});
