import type { DemandPolicy } from '../model/policy';
import type { DemandAssessment } from './assessDemand';
import { raiseOf, sharesOf } from './explain';
import { levelOf, scoreOf, type ScoredSums } from './score';
import {
  countedTeams,
  teamSumsAt,
  type TargetTeams,
  type TeamDemand,
} from './teamDemand';
import { sumsAt, type StoredSums } from './stored';
import { sumsOf } from './sums';

/**
 * Input to compute a demand from without reading an interest.
 * @public
 */
export interface StoredDemandInput {
  readonly target: string;
  /** Of the target. */
  readonly owner: string | null;
  /** The target itself and, of a Pilot, what implements it. */
  readonly parts: readonly TargetTeams[];
  readonly policy: DemandPolicy;
  /** Not before the newest confirmation. */
  readonly now: Date;
}

/**
 * A demand in a list: without its teams.
 * @public
 */
export type DemandSummary = Pick<
  DemandAssessment,
  'score' | 'level' | 'number' | 'breadth' | 'specific' | 'parts' | 'counts'
>;

/**
 * The demand that stored sums stand for at an instant. It is what a replay of
 * the log gives, without the reading of it.
 *
 * @param at - not before the sums' `refAt`
 * @public
 */
export function summaryAt(
  stored: StoredSums,
  at: Date,
  policy: DemandPolicy,
): DemandSummary {
  const sums = sumsAt(stored, at, policy.halfLifeDays);
  const counts = {
    interests: stored.interests,
    teams: stored.teams,
    useCases: stored.useCases,
    adopters: stored.adopters,
    internal: stored.internal,
  };
  return { ...sums, ...scored(scoreOf(sums, policy), counts, policy), counts };
}

function scored(
  { score: computed, parts }: ScoredSums,
  { interests }: { interests: number },
  policy: DemandPolicy,
) {
  const score = interests === 0 ? 0 : computed;
  return { score, level: levelOf(score, interests, policy.levels), parts };
}

const total = (teams: readonly TeamDemand[], key: 'interests' | 'useCases') =>
  teams.reduce((sum, team) => sum + team[key], 0);

/**
 * The demand of a target from what is kept of its teams, with everything that
 * explains it; the same as `assessDemand` of the interests.
 * @public
 */
export function assessStored(input: StoredDemandInput): DemandAssessment {
  const { target, owner, policy, now } = input;
  const { halfLifeDays } = policy;
  const { teams: counted, internal } = countedTeams(
    owner,
    input.parts,
    halfLifeDays,
  );
  const at = (instant: Date) =>
    counted.map(team => teamSumsAt(team, instant, halfLifeDays));
  const teams = at(now);
  const sums = sumsOf(teams);
  const counts = {
    interests: total(counted, 'interests'),
    teams: counted.length,
    useCases: total(counted, 'useCases'),
    adopters: teams.filter(team => team.adopter).length,
    internal,
  };
  const result = scored(scoreOf(sums, policy), counts, policy);
  return {
    ...sums,
    ...result,
    counts,
    teams: sharesOf(at(instantOfShares(counted, now)), policy.weights),
    raise: raiseOf(teams, policy, result.score),
    rollUp: input.parts
      .filter(part => part.target !== target)
      .map(part => ({
        target: part.target,
        interests: total(
          part.teams.filter(
            ({ team }) => team !== owner && team !== part.owner,
          ),
          'interests',
        ),
      }))
      .filter(({ interests }) => interests > 0)
      .sort((a, b) => (a.target < b.target ? -1 : 1)),
  };
}

// All weights fade by the same factor, so shares stay what they were at the
// newest confirmation. Taken there, they survive weights that faded to 0.
// An adopter's weight does not fade; then shares are those of now.
function instantOfShares(teams: readonly TeamDemand[], now: Date): Date {
  if (teams.some(team => team.adopted > 0)) return now;
  const newest = Math.max(...teams.map(team => team.refAt.getTime()));
  return new Date(Math.min(newest, now.getTime()));
}
