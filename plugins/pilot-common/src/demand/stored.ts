import type { DemandPolicy } from '../model/policy';
import { addUp } from './addUp';
import { decayFactor } from './decay';
import type { DemandSums } from './score';
import {
  countedTeams,
  newest,
  type TargetTeams,
  type TeamDemand,
} from './teamDemand';

/**
 * Sums that are kept of a target and fade from `refAt`, and the adopters'
 * share, which does not. Any later moment's sums follow exactly.
 * @public
 */
export interface StoredSums {
  /** `null` where nothing fades. */
  readonly refAt: Date | null;
  /** N without the adopters, at `refAt`. */
  readonly fadingNumber: number;
  /** T without the adopters, at `refAt`. */
  readonly fadingBreadth: number;
  /** M without the adopters, at `refAt`. */
  readonly fadingSpecific: number;
  /** The adopters' part of N. */
  readonly adoptedNumber: number;
  /** The adopters' part of T. */
  readonly adoptedBreadth: number;
  /** The adopters' part of M. */
  readonly adoptedSpecific: number;
  readonly interests: number;
  readonly teams: number;
  readonly useCases: number;
  readonly adopters: number;
  readonly internal: number;
  readonly newestAt: Date | null;
}

/**
 * The sums to keep of a target, from what is kept of its teams and, for a
 * Pilot, of the teams of what implements it.
 *
 * @param owner - of the target
 * @param parts - the target itself and what implements it
 * @public
 */
export function storedSumsOf(
  owner: string | null,
  parts: readonly TargetTeams[],
  policy: DemandPolicy,
): StoredSums {
  const { halfLifeDays } = policy;
  const { teams, internal } = countedTeams(owner, parts, halfLifeDays);
  const adopters = teams.filter(team => team.adopted > 0);
  const others = teams.filter(team => team.adopted === 0);
  const refAt =
    others.length > 0 ? newest(others.map(team => team.refAt)) : null;
  const faded = (termOf: (team: TeamDemand) => number) =>
    addUp(
      others.map(
        team => termOf(team) * decayFactor(team.refAt, refAt!, halfLifeDays),
      ),
    );
  return {
    refAt,
    fadingNumber: faded(team => Math.sqrt(team.squares)),
    fadingBreadth: faded(team => team.strongest),
    fadingSpecific: faded(team => team.mostSpecific),
    adoptedNumber: addUp(adopters.map(team => Math.sqrt(team.interests))),
    adoptedBreadth: adopters.length,
    adoptedSpecific: addUp(adopters.map(team => team.specificity)),
    interests: teams.reduce((sum, team) => sum + team.interests, 0),
    teams: teams.length,
    useCases: teams.reduce((sum, team) => sum + team.useCases, 0),
    adopters: adopters.length,
    internal,
    newestAt:
      teams.length > 0 ? newest(teams.map(team => team.newestAt)) : null,
  };
}

/**
 * N, T and M at an instant: one factor for everything that fades.
 *
 * @param at - not before `refAt`
 * @public
 */
export function sumsAt(
  stored: StoredSums,
  at: Date,
  halfLifeDays: number,
): DemandSums {
  const faded =
    stored.refAt === null ? 0 : decayFactor(stored.refAt, at, halfLifeDays);
  return {
    number: stored.fadingNumber * faded + stored.adoptedNumber,
    breadth: stored.fadingBreadth * faded + stored.adoptedBreadth,
    specific: stored.fadingSpecific * faded + stored.adoptedSpecific,
  };
}
