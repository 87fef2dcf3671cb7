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
    .map(({ team, interests, adopter, ...terms }: TeamSums) => ({
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

/** Below this, what is gained is the noise of adding and taking away. */
const noise = 1e-9;

/** The sums when one team adds something else. */
function withTeam(
  sums: DemandSums,
  team: DemandSums,
  instead: DemandSums,
): DemandSums {
  const changed = (key: keyof DemandSums) =>
    Math.max(0, sums[key] - team[key] + instead[key]);
  return {
    number: changed('number'),
    breadth: changed('breadth'),
    specific: changed('specific'),
  };
}

/**
 * Lists what would raise a score most. Each gain is what really happens when it
 * is done at the instant of the score: one more team with an important and
 * fully described interest; a full description of the strongest interest of one
 * team that is not described in full, which confirms it too; and, where that
 * gains more, one team's confirmation of all its interests.
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
  const best = (
    code: 'details' | 'confirm',
    insteadOf: (team: TeamSums) => DemandSums | undefined,
  ): Raise | undefined => {
    let found: Raise | undefined;
    for (const team of teams) {
      const instead = insteadOf(team);
      const gain = instead ? gainOf(withTeam(sums, team, instead)) : 0;
      if (gain > (found?.gain ?? 0) + noise) {
        found = { code, gain, team: team.team };
      }
    }
    return found;
  };
  const details = best('details', ({ described }) => described);
  const confirm = best('confirm', ({ confirmed }) => confirmed);
  const isMore = (confirm?.gain ?? 0) > (details?.gain ?? 0) + noise;
  const raise: Raise[] = [
    { code: 'newTeam', gain: gainOf(withNewTeam(sums)) },
    ...(details ? [details] : []),
    ...(confirm && isMore ? [confirm] : []),
  ];
  return raise.sort((a, b) => b.gain - a.gain);
}

/**
 * Counts the interests, teams, use cases and adopters that a score stands on.
 */
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
