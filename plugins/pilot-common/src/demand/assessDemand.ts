import type { Demand } from '../model/demand';
import type { DemandPolicy } from '../model/policy';
import { isCounted, type TargetInterest } from './counted';
import { countsOf, raiseOf, sharesOf } from './explain';
import { levelOf, scoreOf } from './score';
import { sumsOf, teamSumsOf } from './sums';

/**
 * Everything that a demand depends on.
 * @public
 */
export interface DemandInput {
  /** The entity whose demand it is. */
  readonly target: string;
  /**
   * Its interests; for a Pilot those of what implements it as well, over which
   * they are merged per team.
   */
  readonly interests: readonly TargetInterest[];
  readonly policy: DemandPolicy;
  readonly now: Date;
}

/**
 * A demand that explains itself, at one instant and under one policy.
 * @public
 */
export type DemandAssessment = Pick<
  Demand,
  | 'score'
  | 'level'
  | 'number'
  | 'breadth'
  | 'specific'
  | 'parts'
  | 'counts'
  | 'teams'
  | 'raise'
  | 'rollUp'
>;

// All weights fade by the same factor, so shares stay what they were at the
// newest confirmation. Taken there, they survive weights that faded to 0.
// An adopter's weight does not fade; then shares are those of now.
function instantOfShares(counted: readonly TargetInterest[], now: Date): Date {
  let newest = -Infinity;
  for (const { state } of counted) {
    if (state.status === 'adopted') return now;
    newest = Math.max(newest, state.confirmedAt.getTime());
  }
  return new Date(Math.min(newest, now.getTime()));
}

function rollUpOf(
  target: string,
  counted: readonly TargetInterest[],
): Demand['rollUp'] {
  const interests = new Map<string, number>();
  for (const interest of counted) {
    if (interest.target !== target) {
      interests.set(interest.target, (interests.get(interest.target) ?? 0) + 1);
    }
  }
  return [...interests]
    .map(([part, count]) => ({ target: part, interests: count }))
    .sort((a, b) => (a.target < b.target ? -1 : 1));
}

/**
 * The demand for one target: score, level, and what explains them. The order
 * of the interests does not matter.
 * @public
 */
export function assessDemand(input: DemandInput): DemandAssessment {
  const { target, interests, policy, now } = input;
  const counted = interests.filter(isCounted);
  const teams = teamSumsOf(counted, policy, now);
  const sums = sumsOf(teams);
  const scored = scoreOf(sums, policy);
  const score = counted.length === 0 ? 0 : scored.score;
  const atShares = teamSumsOf(counted, policy, instantOfShares(counted, now));
  return {
    score,
    level: levelOf(score, counted.length, policy.levels),
    ...sums,
    parts: scored.parts,
    counts: countsOf(interests, teams),
    teams: sharesOf(atShares, policy.weights),
    raise: raiseOf(teams, policy, score),
    rollUp: rollUpOf(target, counted),
  };
}
