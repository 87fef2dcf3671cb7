import {
  DemandSummary,
  Gate,
  GateNeeds,
  gateNeeds,
  gateOf,
  GatePolicy,
  Phase,
  ReadinessAssessment,
  recommend,
  Recommendation,
  Verdict,
} from '@pilot-to-platform/plugin-pilot-common';

/** Everything that gate and recommendation of a Pilot depend on. */
export interface AdviceInput {
  readonly phase: Phase;
  readonly phaseSince: Date;
  readonly demand: Pick<DemandSummary, 'score' | 'counts'>;
  /** Teams that can each be given an author of their own. */
  readonly authors: number;
  /** Time of the newest counted interest; null without one. */
  readonly newestAt: Date | null;
  /** Score from which on a level is `emerging`. */
  readonly emerging: number;
  readonly checks: ReadinessAssessment['checks'];
  readonly gates: GatePolicy;
  readonly handOff: boolean;
  readonly platformScale: boolean;
  /** Mean satisfaction of adopters, 1 to 5; null without an answer. */
  readonly satisfaction: number | null;
  readonly now: Date;
}

/** The gate before the next phase of a Pilot, and the advice. */
export interface Advice {
  readonly gate: Gate | null;
  /** The gate's conditions, reached or not. */
  readonly needs: GateNeeds | null;
  readonly recommendation: Recommendation;
  /** Advice of demand and adoption alone, where readiness must not be read. */
  readonly withoutReadiness: Recommendation;
}

/** Asks the engines what comes next. */
export function adviceOf(input: AdviceInput): Advice {
  const { phase, checks, gates } = input;
  const demand = { ...input.demand, authors: input.authors };
  const gate = gateOf({ phase, demand, checks, gates });
  return {
    gate,
    needs: gateNeeds({ phase, checks, gates }),
    recommendation: advised(input, gate),
    withoutReadiness: advised({ ...input, checks: [] }, null),
  };
}

function advised(input: AdviceInput, gate: Gate | null): Recommendation {
  const { demand, checks, gates } = input;
  const verdictOf = (id: string): Verdict =>
    checks.find(({ definition }) => definition.id === id)?.verdict ??
    'notApplicable';
  return recommend({
    phase: input.phase,
    phaseSince: input.phaseSince,
    demand: {
      score: demand.score,
      counts: demand.counts,
      newestAt: input.newestAt,
      emerging: input.emerging,
    },
    gate,
    toBuildOut: gateOf({
      phase: 'demand',
      demand: { ...demand, authors: input.authors },
      checks,
      gates,
    })!,
    lapsed: checks.filter(
      ({ definition, verdict }) =>
        definition.required.includes('platform') &&
        (verdict === 'fail' || verdict === 'unknown'),
    ).length,
    people: {
      enough: verdictOf('headcount.enough-people'),
      operators: verdictOf('headcount.two-operators'),
    },
    handOff: input.handOff,
    platformScale: input.platformScale,
    satisfaction: input.satisfaction,
    now: input.now,
  });
}
