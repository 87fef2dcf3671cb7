import type { InterestState } from '../model/log';
import type { DemandPolicy } from '../model/policy';
import { adoptersOf, type TargetInterest } from './counted';
import { decayFactor, urgencyWeights } from './decay';
import type { DemandSums } from './score';
import { specificityOf } from './specificity';

/** What one team adds to N, T and M. */
export interface TeamSums extends DemandSums {
  readonly team: string;
  /** How many counted interests it has. */
  readonly interests: number;
  readonly adopter: boolean;
}

interface Ask {
  /** w, 0 to 1 */
  readonly weight: number;
  /** s, 0 to 1 */
  readonly specificity: number;
}

// Being served must not lower a score: an adopter's asks neither fade nor
// lose weight for being described in few words.
const served: Ask = { weight: 1, specificity: 1 };

function askOf(state: InterestState, policy: DemandPolicy, now: Date): Ask {
  return {
    weight:
      urgencyWeights[state.urgency] *
      decayFactor(state.confirmedAt, now, policy.halfLifeDays),
    specificity: specificityOf(state, policy.specificity),
  };
}

function sumsOfTeam(asks: readonly Ask[]): DemandSums {
  let squares = 0;
  let breadth = 0;
  let specific = 0;
  for (const { weight, specificity } of asks) {
    squares += weight * weight;
    breadth = Math.max(breadth, weight);
    specific = Math.max(specific, weight * specificity);
  }
  return { number: Math.sqrt(squares), breadth, specific };
}

const byText = (a: string, b: string) => Number(a > b) - Number(a < b);

/**
 * The terms of N, T and M, one team each, in the order of the teams' refs.
 * Sorting first makes the floating-point sums the same in whatever order the
 * interests come.
 *
 * @param counted - interests that count, see `isCounted`
 */
export function teamSumsOf(
  counted: readonly TargetInterest[],
  policy: DemandPolicy,
  now: Date,
): TeamSums[] {
  const adopters = adoptersOf(counted);
  const sorted = counted
    .map(interest => interest.state)
    .sort((a, b) => byText(a.team, b.team) || byText(a.id, b.id));
  const asks = new Map<string, Ask[]>();
  for (const state of sorted) {
    const ask = adopters.has(state.team) ? served : askOf(state, policy, now);
    const ofTeam = asks.get(state.team);
    if (ofTeam) ofTeam.push(ask);
    else asks.set(state.team, [ask]);
  }
  return [...asks].map(([team, ofTeam]) => ({
    team,
    ...sumsOfTeam(ofTeam),
    interests: ofTeam.length,
    adopter: adopters.has(team),
  }));
}

/** N, T and M over all teams. */
export function sumsOf(teams: readonly TeamSums[]): DemandSums {
  let [number, breadth, specific] = [0, 0, 0];
  for (const team of teams) {
    number += team.number;
    breadth += team.breadth;
    specific += team.specific;
  }
  return { number, breadth, specific };
}
