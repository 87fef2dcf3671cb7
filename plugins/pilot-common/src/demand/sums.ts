import { addUp } from './addUp';
import type { InterestState } from '../model/log';
import type { DemandPolicy } from '../model/policy';
import { adoptersOf, type TargetInterest } from './counted';
import { decayFactor, urgencyWeights } from './decay';
import type { DemandSums } from './score';
import { specificityOf } from './specificity';

/** Share of one team in N, T and M. */
export interface TeamSums extends DemandSums {
  readonly team: string;
  /** Number of counted interests that it has. */
  readonly interests: number;
  readonly adopter: boolean;
  /** Share that it would have if it confirmed all its interests now. */
  readonly confirmed: DemandSums;
  /**
   * Share that it would have if it described the strongest of those that are
   * not described in full, which confirms that one as well.
   */
  readonly described?: DemandSums;
}

interface Ask {
  /** w, 0 to 1 */
  readonly weight: number;
  /** w of the moment of a confirmation */
  readonly fresh: number;
  /** s, 0 to 1 */
  readonly specificity: number;
}

function askOf(
  state: InterestState,
  isAdopter: boolean,
  policy: DemandPolicy,
  now: Date,
): Ask {
  const fresh = urgencyWeights[state.urgency];
  const specificity = specificityOf(state, policy.specificity);
  // Being served must not lower a score: an adopter's asks weigh full, and do
  // not fade.
  return isAdopter
    ? {
        weight: 1,
        fresh: 1,
        specificity: policy.rules === 1 ? 1 : specificity,
      }
    : {
        weight:
          fresh * decayFactor(state.confirmedAt, now, policy.halfLifeDays),
        fresh,
        specificity,
      };
}

function sumsOfTeam(asks: readonly Ask[]): DemandSums {
  const squares: number[] = [];
  let breadth = 0;
  let specific = 0;
  for (const { weight, specificity } of asks) {
    squares.push(weight * weight);
    breadth = Math.max(breadth, weight);
    specific = Math.max(specific, weight * specificity);
  }
  return { number: Math.sqrt(addUp(squares)), breadth, specific };
}

/** The strongest ask that is not described in full; of equal ones, the freshest to be. */
function vaguestOf(asks: readonly Ask[]): Ask | undefined {
  return asks
    .filter(({ specificity }) => specificity < 1)
    .sort((a, b) => b.weight - a.weight || b.fresh - a.fresh)[0];
}

function proposalsOf(
  asks: readonly Ask[],
): Pick<TeamSums, 'confirmed' | 'described'> {
  const confirmed = sumsOfTeam(
    asks.map(ask => ({ ...ask, weight: ask.fresh })),
  );
  const vaguest = vaguestOf(asks);
  const described = { weight: vaguest?.fresh ?? 0, fresh: 0, specificity: 1 };
  return {
    confirmed,
    ...(vaguest && {
      described: sumsOfTeam(
        asks.map(ask => (ask === vaguest ? described : ask)),
      ),
    }),
  };
}

const byText = (a: string, b: string) => Number(a > b) - Number(a < b);

/**
 * The terms of N, T and M, one team each, in the order of the teams' refs.
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
    const ask = askOf(state, adopters.has(state.team), policy, now);
    const ofTeam = asks.get(state.team);
    if (ofTeam) ofTeam.push(ask);
    else asks.set(state.team, [ask]);
  }
  return [...asks].map(([team, ofTeam]) => ({
    team,
    ...sumsOfTeam(ofTeam),
    ...proposalsOf(ofTeam),
    interests: ofTeam.length,
    adopter: adopters.has(team),
  }));
}

/** N, T and M over all teams. */
export function sumsOf(teams: readonly TeamSums[]): DemandSums {
  return {
    number: addUp(teams.map(team => team.number)),
    breadth: addUp(teams.map(team => team.breadth)),
    specific: addUp(teams.map(team => team.specific)),
  };
}
