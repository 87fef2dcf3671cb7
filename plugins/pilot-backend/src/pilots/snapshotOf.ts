import {
  DecisionSnapshot,
  DemandSummary,
  Gate,
  GateNeeds,
  ReadinessAssessment,
} from '@pilot-to-platform/plugin-pilot-common';

/**
 * Score, gate and readiness as a proposal or a decision keeps them: what it was
 * made on, whatever becomes of checks and policy.
 */
export function snapshotOf(
  standing: {
    readonly demand: Pick<DemandSummary, 'score' | 'level' | 'counts'>;
    /** Fingerprint of the demand policy. */
    readonly policy: string;
    readonly gate: Gate | null;
    /** The gate's conditions: the policy of demand does not hold them. */
    readonly needs: GateNeeds | null;
    readonly assessment: ReadinessAssessment;
  },
  at: Date,
): DecisionSnapshot {
  const { demand, policy, gate, needs, assessment } = standing;
  const { interests, teams, useCases, adopters } = demand.counts;
  return {
    asOf: at.toISOString(),
    score: demand.score,
    level: demand.level,
    teams,
    interests,
    useCases,
    adopters,
    policy,
    gate,
    needs,
    readiness: assessment.score,
    weakest: assessment.weakest,
    dimensions: assessment.dimensions.map(({ dimension, score }) => ({
      dimension,
      score,
    })),
    checks: assessment.checks.map(({ definition, verdict }) => ({
      id: definition.id,
      question: definition.question,
      verdict,
    })),
  };
}
