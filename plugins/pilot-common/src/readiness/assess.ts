import type { CheckDefinition } from '../model/check';
import type { DimensionScore } from '../model/readiness';
import type { Dimension, Verdict } from '../model/vocabulary';
import type { AssessedCheck } from './AssessedCheck';
import {
  answersOf,
  type CheckAnswer,
  type GivenAnswer,
  type StandingAttestation,
  type StandingWaiver,
} from './answers';
import { dimensionScoresOf, scoreOfChecks, weakestOf } from './scores';
import { isOpen, verdictOf } from './verdict';

/**
 * Everything that the readiness of an entity depends on.
 * @public
 */
export interface ReadinessInput {
  readonly checks: readonly CheckDefinition[];
  /** The ids of those that are asked about this entity. */
  readonly applicable: ReadonlySet<string>;
  /** Last answers of the automatic sources, at most one for each check. */
  readonly automatic: readonly CheckAnswer[];
  /** Last reports, at most one for each check. */
  readonly reports: readonly CheckAnswer[];
  /** The last one for each check that was not revoked. */
  readonly attestations: readonly StandingAttestation[];
  /** The last one for each check that was not revoked. */
  readonly waivers: readonly StandingWaiver[];
  readonly now: Date;
}

/**
 * The readiness of one entity at one instant.
 * @public
 */
export interface ReadinessAssessment {
  /** Those to work on first, first; what does not apply last. */
  readonly checks: readonly AssessedCheck[];
  readonly dimensions: readonly DimensionScore[];
  /** 0 to 1; null where no check applies. */
  readonly score: number | null;
  readonly weakest: Dimension | null;
}

/**
 * Assesses readiness. Missing and lapsed answers are `unknown`, never `fail`; a
 * waiver stands in for what does not pass, and never lowers anything. The order
 * of what is given does not matter.
 * @public
 */
export function assessReadiness(input: ReadinessInput): ReadinessAssessment {
  const of = <T extends { readonly check: string }>(all: readonly T[]) =>
    new Map(all.map(each => [each.check, each]));
  const automatic = of(input.automatic);
  const reports = of(input.reports);
  const attestations = of(input.attestations);
  const waivers = of(input.waivers);
  const checks = input.checks.map(definition =>
    assessCheck(definition, {
      applies: input.applicable.has(definition.id),
      answers: answersOf(definition, {
        attestation: attestations.get(definition.id),
        report: reports.get(definition.id),
        automatic: automatic.get(definition.id),
      }),
      waiver: waivers.get(definition.id),
      now: input.now,
    }),
  );
  const scores = dimensionScoresOf(checks);
  return {
    checks: [...checks].sort(byUrgency),
    dimensions: scores,
    score: scoreOfChecks(checks),
    weakest: weakestOf(scores),
  };
}

function assessCheck(
  definition: CheckDefinition,
  given: {
    readonly applies: boolean;
    readonly answers: readonly GivenAnswer[];
    readonly waiver?: StandingWaiver;
    readonly now: Date;
  },
): AssessedCheck {
  const { applies, answers, now } = given;
  if (!applies) {
    return { definition, verdict: 'notApplicable' };
  }
  const answer = answers.find(({ expiresAt }) => now < expiresAt);
  const waiver =
    given.waiver && now < given.waiver.expiresAt ? given.waiver : undefined;
  return {
    definition,
    verdict: verdictOf(answer, waiver),
    answer,
    lastAnswer: answer ?? newestOf(answers),
    waiver,
  };
}

/** The one that counts most, of equally new ones. */
function newestOf(answers: readonly GivenAnswer[]): GivenAnswer | undefined {
  return answers.reduce<GivenAnswer | undefined>(
    (newest, each) => (newest && newest.at >= each.at ? newest : each),
    undefined,
  );
}

const urgency: readonly Verdict[] = [
  'fail',
  'unknown',
  'waived',
  'pass',
  'notApplicable',
];

function byUrgency(a: AssessedCheck, b: AssessedCheck): number {
  return (
    rankOf(a) - rankOf(b) ||
    b.definition.weight - a.definition.weight ||
    (a.definition.id < b.definition.id ? -1 : 1)
  );
}

/** Ranks what is required before what is not, as long as it is open. */
function rankOf({ verdict, definition }: AssessedCheck): number {
  const rank = urgency.indexOf(verdict);
  const isPressing = isOpen(verdict) && definition.required.length > 0;
  return isPressing ? rank : rank + urgency.length;
}
