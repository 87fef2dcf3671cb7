import {
  demandPartKeys,
  type DemandCounts,
  type Raise,
  type TeamShare,
} from '../model/demand';
import type { DemandPolicy } from '../model/policy';
import { isCounted, isStanding, type TargetInterest } from './counted';
import { urgencyWeights } from './decay';
import { scoreOf, type DemandSums } from './score';
import { describesUseCase } from './specificity';
import { sumsOf, type TeamSums } from './sums';

/**
 * Each team's share: its fractions of N, T and M, weighted by the exponents
 * and normalised. A sum of 0 has no fractions and is left out. Where only such
 * sums have weight, every team has the same share.
 *
 * @returns highest share first, then by ref; the shares add up to 1
 */
export function sharesOf(
  teams: readonly TeamSums[],
  weights: DemandPolicy['weights'],
): TeamShare[] {
  const sums = sumsOf(teams);
  const keys = demandPartKeys.filter(key => sums[key] > 0 && weights[key] > 0);
  const total = keys.reduce((sum, key) => sum + weights[key], 0);
  return teams
    .map(({ team, interests, adopter, ...terms }) => ({
      team,
      share: keys.length
        ? keys.reduce(
            (sum, key) => sum + (weights[key] * terms[key]) / sums[key],
            0,
          ) / total
        : 1 / teams.length,
      interests,
      adopter,
    }))
    .sort((a, b) => b.share - a.share || (a.team < b.team ? -1 : 1));
}

function withNewTeam(sums: DemandSums): DemandSums {
  const weight = urgencyWeights.important;
  return {
    number: sums.number + weight,
    breadth: sums.breadth + weight,
    specific: sums.specific + weight,
  };
}

// Described in full, a team's strongest interest weighs the same in M as in T.
const missingDetail = (team: TeamSums) => team.breadth - team.specific;

/**
 * What would raise a score most: one more team with an important and fully
 * described interest, and a full description of the strongest interest of the
 * one team where that gains most. An adopter's count as described.
 *
 * @param teams - in the order of their refs, which decides between equal gains
 * @param score - the score of these teams
 * @returns highest gain first, in points of the score
 */
export function raiseOf(
  teams: readonly TeamSums[],
  policy: DemandPolicy,
  score: number,
): Raise[] {
  const sums = sumsOf(teams);
  const gainOf = (raised: DemandSums) => scoreOf(raised, policy).score - score;
  const raise: Raise[] = [{ code: 'newTeam', gain: gainOf(withNewTeam(sums)) }];
  let vaguest: TeamSums | undefined;
  for (const team of teams) {
    if (!vaguest || missingDetail(team) > missingDetail(vaguest)) {
      vaguest = team;
    }
  }
  if (vaguest) {
    const specific = sums.specific + missingDetail(vaguest);
    const gain = gainOf({ ...sums, specific });
    if (gain > 0) raise.push({ code: 'details', gain, team: vaguest.team });
  }
  return raise.sort((a, b) => b.gain - a.gain);
}

/** How many interests, teams, use cases and adopters a score stands on. */
export function countsOf(
  interests: readonly TargetInterest[],
  teams: readonly TeamSums[],
): DemandCounts {
  const counted = interests.filter(isCounted);
  return {
    interests: counted.length,
    teams: teams.length,
    useCases: counted.filter(({ state }) => describesUseCase(state.useCase))
      .length,
    adopters: teams.filter(team => team.adopter).length,
    internal: interests.filter(
      interest => interest.internal && isStanding(interest.state),
    ).length,
  };
}
