import type { CheckDefinition } from '../../model/check';
import { dimensions, type Verdict } from '../../model/vocabulary';
import type { ReadinessInput } from '../assess';
import type { ScoreExample, VerdictExample } from '../readiness.examples';
import { dayMs } from '../../model/dayMs';

/** The instant that the examples are about. */
export const now = new Date('2026-11-20T09:00:00Z');

/** The instant so many days from now. */
export const inDays = (days: number) => new Date(now.getTime() + days * dayMs);

/** A check that is answered in every way and goes stale after 7 days. */
export function checkOf(
  given: Partial<CheckDefinition> & Pick<CheckDefinition, 'id'>,
): CheckDefinition {
  return {
    dimension: 'docs',
    question: 'Is it so?',
    answer: 'In every way.',
    weight: 1,
    required: [],
    appliesTo: { kind: 'Pilot' },
    source: 'catalog',
    attestation: { maxDays: 365 },
    report: true,
    staleAfterDays: 7,
    fix: { text: 'Make it so.' },
    ...given,
  };
}

/** An answer of the automatic source. */
export const automaticOf = (
  check: string,
  verdict: 'pass' | 'fail' | 'notApplicable',
  daysOld = 0,
) => ({ check, verdict, source: 'catalog', at: inDays(-daysOld) });

/** A reported answer. */
export const reportOf = (
  check: string,
  verdict: 'pass' | 'fail',
  daysOld = 0,
) => ({ check, verdict, source: 'report', at: inDays(-daysOld) });

/** An attestation that was signed ninety days before it lapses. */
export const attestationOf = (
  check: string,
  verdict: 'pass' | 'fail',
  daysLeft = 30,
) => ({
  id: `attestation-${check}`,
  check,
  verdict,
  evidence: 'https://example.com/evidence',
  note: null,
  by: 'user:default/dana',
  at: inDays(daysLeft - 90),
  expiresAt: inDays(daysLeft),
});

/** A waiver that was given ninety days before it lapses. */
export const waiverOf = (check: string, daysLeft = 30) => ({
  id: `waiver-${check}`,
  check,
  reason: 'It can wait.',
  by: 'user:default/ada',
  at: inDays(daysLeft - 90),
  expiresAt: inDays(daysLeft),
});

/** An input of which most is empty. */
export const readinessOf = (
  given: Partial<ReadinessInput> & Pick<ReadinessInput, 'checks'>,
): ReadinessInput => ({
  applicable: new Set(given.checks.map(({ id }) => id)),
  automatic: [],
  reports: [],
  attestations: [],
  waivers: [],
  now,
  ...given,
});

/** Builds the engine's input from a verdict example. */
export function inputOfVerdict(example: VerdictExample): ReadinessInput {
  const { attested, reported, automatic, waived, notAsked } = example;
  const id = 'docs.example';
  return readinessOf({
    checks: [checkOf({ id })],
    ...(notAsked && { applicable: new Set() }),
    ...(attested && {
      attestations: [attestationOf(id, attested.verdict, attested.daysLeft)],
    }),
    ...(reported && {
      reports: [reportOf(id, reported.verdict, reported.daysOld)],
    }),
    ...(automatic && {
      automatic: [automaticOf(id, automatic.verdict, automatic.daysOld)],
    }),
    ...(waived && { waivers: [waiverOf(id, waived.daysLeft)] }),
  });
}

/** Builds the engine's input from a score example. */
export function inputOfScore(example: ScoreExample): ReadinessInput {
  const given = dimensions.flatMap(dimension =>
    (example.checks[dimension] ?? []).map(([verdict, weight], index) => ({
      definition: checkOf({
        id: `${dimension}.check-${index}`,
        dimension,
        weight,
      }),
      verdict,
    })),
  );
  const idsOf = (...verdicts: Verdict[]) =>
    given
      .filter(({ verdict }) => verdicts.includes(verdict))
      .map(({ definition }) => definition.id);
  return readinessOf({
    checks: given.map(({ definition }) => definition),
    automatic: [
      ...idsOf('pass').map(id => automaticOf(id, 'pass')),
      ...idsOf('fail', 'waived').map(id => automaticOf(id, 'fail')),
      ...idsOf('notApplicable').map(id => automaticOf(id, 'notApplicable')),
    ],
    waivers: idsOf('waived').map(id => waiverOf(id)),
  });
}
