import type { Recommendation } from '../model/recommendation';
import type { DemandCounts } from '../model/demand';
import type { Gate } from '../model/gate';
import type { Phase, Verdict } from '../model/vocabulary';
import { dayMs } from '../model/dayMs';

/**
 * Everything that a recommendation depends on.
 * @public
 */
export interface RecommendInput {
  readonly phase: Phase;
  /** Since when the Pilot is in its phase. */
  readonly phaseSince: Date;
  readonly demand: {
    /** 0 to 100 */
    readonly score: number;
    readonly counts: DemandCounts;
    /** Time when the newest counted interest was recorded; null without one. */
    readonly newestAt: Date | null;
    /** From which score on a level is `emerging`. */
    readonly emerging: number;
  };
  /** The gate before the next phase; null where there is none, or it is not told. */
  readonly gate: Gate | null;
  /** Gate to build-out with what is left of it, also where it is passed. */
  readonly toBuildOut: Gate;
  /** Required checks of the last phase that fail or are unknown. */
  readonly lapsed: number;
  /** Of the checks about people, by id. */
  readonly people: {
    readonly enough: Verdict;
    readonly operators: Verdict;
  };
  /** True where the Pilot states who takes over. */
  readonly handOff: boolean;
  readonly platformScale: boolean;
  /** Mean satisfaction of adopters, 1 to 5; null without an answer. */
  readonly satisfaction: number | null;
  readonly now: Date;
}

type Reason = Recommendation['reasons'][number];

/** Half a year without anybody else is an answer. */
const quietDays = 180;
/** Below the middle of 1 to 5 more people are unhappy than happy. */
const leastSatisfaction = 3;

/**
 * Recommends what to do about a Pilot next, with reasons: advice that enables
 * nothing.
 * @public
 */
export function recommend(input: RecommendInput): Recommendation {
  switch (input.phase) {
    case 'pilot':
    case 'demand':
      return early(input);
    case 'build-out':
      return building(input);
    case 'platform':
      return running(input);
    case 'point-solution':
      return ended(input, 'point-solution', { code: 'stayedSmall' });
    default:
      return ended(input, 'retire', { code: 'isRetired' });
  }
}

function early(input: RecommendInput): Recommendation {
  const { demand, platformScale, toBuildOut } = input;
  if (platformScale) {
    return { code: 'invest', reasons: [{ code: 'platformScale' }] };
  }
  if (toBuildOut.open) {
    return {
      code: 'invest',
      reasons: [{ code: 'gateMet', value: demand.counts.teams }],
    };
  }
  const quiet = quietSince(input);
  if (demand.score < demand.emerging && quiet >= quietDays) {
    const code = demand.counts.interests > 0 ? 'demandFaded' : 'noDemand';
    return { code: 'point-solution', reasons: [{ code, value: quiet }] };
  }
  return {
    code: 'gather-demand',
    reasons: [{ code: 'gateMissing', value: toBuildOut.left.length }],
  };
}

function building(input: RecommendInput): Recommendation {
  const { demand, gate, handOff, people } = input;
  if (!input.platformScale && demand.score < demand.emerging) {
    return {
      code: 'revisit',
      reasons: [
        { code: 'demandFell', value: demand.score, needed: demand.emerging },
      ],
    };
  }
  const short = peopleReasons(people);
  if (short.length > 0) {
    return {
      code: 'hand-off',
      reasons: [
        ...short,
        ...(handOff ? [{ code: 'handOffStated' as const }] : []),
      ],
    };
  }
  if (!gate) {
    return { code: 'continue', reasons: [] };
  }
  return gate.open
    ? { code: 'launch', reasons: [{ code: 'nothingLeft' }] }
    : {
        code: 'continue',
        reasons: [{ code: 'thingsLeft', value: gate.left.length }],
      };
}

function running(input: RecommendInput): Recommendation {
  const { demand, lapsed, satisfaction } = input;
  if (demand.counts.adopters === 0 && quietSince(input) >= quietDays) {
    const value = daysBetween(input.phaseSince, input.now);
    return { code: 'retire', reasons: [{ code: 'notAdopted', value }] };
  }
  const reasons: Reason[] = [
    ...(lapsed > 0 ? [{ code: 'checksLapsed' as const, value: lapsed }] : []),
    ...(satisfaction !== null && satisfaction < leastSatisfaction
      ? [
          {
            code: 'unsatisfied' as const,
            value: satisfaction,
            needed: leastSatisfaction,
          },
        ]
      : []),
  ];
  if (reasons.length > 0) {
    return { code: 'revisit', reasons };
  }
  // The owner is not the Group that takes over, or it could not be stated.
  return input.handOff
    ? { code: 'hand-off', reasons: [{ code: 'handOffStated' }] }
    : {
        code: 'continue',
        reasons: [{ code: 'isHealthy', value: demand.counts.adopters }],
      };
}

/**
 * Leaves an ended Pilot ended, unless interest came since that is worth another
 * look.
 */
function ended(
  input: RecommendInput,
  code: 'point-solution' | 'retire',
  otherwise: Reason,
): Recommendation {
  const { demand, phaseSince, toBuildOut } = input;
  const isNewer = demand.newestAt !== null && demand.newestAt > phaseSince;
  return isNewer && (toBuildOut.open || demand.score >= demand.emerging)
    ? {
        code: 'revisit',
        reasons: [{ code: 'newInterest', value: demand.counts.teams }],
      }
    : { code, reasons: [otherwise] };
}

function peopleReasons(people: RecommendInput['people']): Reason[] {
  return [
    ...(people.operators === 'fail' ? [{ code: 'oneOperator' as const }] : []),
    ...(people.enough === 'fail' ? [{ code: 'fewPeople' as const }] : []),
  ];
}

/** Whole days since the last interest, or since the phase began. */
function quietSince({ demand, phaseSince, now }: RecommendInput): number {
  return daysBetween(
    new Date(
      Math.max(phaseSince.getTime(), demand.newestAt?.getTime() ?? -Infinity),
    ),
    now,
  );
}

function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / dayMs));
}
