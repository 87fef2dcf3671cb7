import type { Assumptions } from './assumptions';
import type { Draws } from './draws';

/** True need of one team for one target; nobody but the simulation sees it. */
export interface Need {
  readonly team: number;
  /** 0 to 1 */
  readonly strength: number;
  readonly beginsAt: number;
  /** `Infinity` for a lasting one */
  readonly endsAt: number;
  /** True where the team adopts while it needs the target and that is there. */
  readonly wouldAdopt: boolean;
  /** Asks of a team that repeats itself; 0 for everybody else. */
  readonly repeats: number;
}

/** A target as it truly is. Days count from the first day of recording. */
export interface SimulatedTarget {
  readonly index: number;
  readonly owner: number;
  readonly appearsAt: number;
  readonly reach: number;
  /** Already in use on the day of the ranking. */
  readonly served: boolean;
  readonly needs: readonly Need[];
}

/** `mean`, raised or lowered by up to `dependence` of itself as `strength` goes from 0 to 1. */
export function leaning(mean: number, dependence: number, strength: number) {
  return Math.min(1, mean * (1 + dependence * (2 * strength - 1)));
}

function drawNeed(
  team: number,
  repeats: number,
  appearsAt: number,
  world: Assumptions,
  draws: Draws,
): Need {
  const strength = draws.uniform();
  const beginsAt = appearsAt + draws.exponential(world.begins);
  return {
    team,
    strength,
    repeats,
    beginsAt,
    endsAt: draws.chance(world.lasting)
      ? Infinity
      : beginsAt + draws.exponential(world.ends),
    wouldAdopt: draws.chance(
      leaning(world.adopts, world.adoptsByStrength, strength),
    ),
  };
}

const favouritesOfRepeater = 4;

/** Draws how often each repeating team, the first by number, asks for each favourite. */
function drawFavourites(world: Assumptions, draws: Draws) {
  const favourites = new Map<string, number>();
  for (let team = 0; team < world.repeaters; team++) {
    for (let left = favouritesOfRepeater; left > 0; left--) {
      const target = Math.floor(draws.between(0, world.targets));
      favourites.set(`${team} ${target}`, world.repeats);
    }
  }
  return favourites;
}

/** The targets of an organisation and who needs them. The owner's own need is no demand. */
export function drawTargets(
  world: Assumptions,
  draws: Draws,
): SimulatedTarget[] {
  const favourites = drawFavourites(world, draws);
  return Array.from({ length: world.targets }, (_, index) => {
    const owner = Math.floor(draws.between(0, world.teams));
    const appearsAt = draws.between(0, world.rankedAt - 14);
    const reach = Math.min(
      0.9,
      world.reach * draws.logNormal(world.reachSpread),
    );
    const needs: Need[] = [];
    for (let team = 0; team < world.teams; team++) {
      const repeats = favourites.get(`${team} ${index}`) ?? 0;
      if (team !== owner && (repeats > 0 || draws.chance(reach))) {
        needs.push(drawNeed(team, repeats, appearsAt, world, draws));
      }
    }
    const served = draws.chance(world.served);
    return { index, owner, appearsAt, reach, served, needs };
  });
}

/** Returns whether the need stands on that day. */
export const standsAt = (need: Need, day: number) =>
  need.beginsAt <= day && day < need.endsAt;

/** The teams that use the target on that day: what a ranking should foresee. */
export function adoptersAt(target: SimulatedTarget, day: number): number {
  return target.needs.filter(need => need.wouldAdopt && standsAt(need, day))
    .length;
}
