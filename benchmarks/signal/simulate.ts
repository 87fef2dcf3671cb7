import { recordAsk, dateOf, type Ask } from './asks';
import type { Assumptions } from './assumptions';
import { createDraws } from './draws';
import { adoptersAt, drawTargets } from './needs';
import {
  drawOrganisation,
  occasionsOfNeed,
  occasionsOfOwner,
  occasionsWithoutNeed,
} from './occasions';

/** A target as a portal knows it on the day of the ranking, and its later adopters. */
export interface RankedTarget {
  readonly target: string;
  readonly appearedAt: Date;
  /** Everything on record, also what is withdrawn or the owner's own. */
  readonly asks: readonly Ask[];
  /** Teams other than the owner that use it on the day of the count; no ranker sees this. */
  readonly laterAdopters: number;
}

/** One organisation on the day of the ranking. */
export interface Portfolio {
  readonly now: Date;
  readonly targets: readonly RankedTarget[];
}

/** Simulates an organisation; the same world and seed give the same one. */
export function simulate(world: Assumptions, seed: number): Portfolio {
  const draws = createDraws(seed);
  const organisation = drawOrganisation(world, draws);
  const launch = world.rankedAt + world.launchAfter;
  const targets = drawTargets(world, draws).map(target => {
    const occasions = [
      ...target.needs.flatMap(need =>
        occasionsOfNeed(need, target, organisation),
      ),
      ...occasionsOfOwner(target, organisation),
      ...occasionsWithoutNeed(target, organisation),
    ];
    return {
      target: `pilot:default/target-${target.index}`,
      appearedAt: dateOf(target.appearsAt),
      asks: occasions
        .filter(({ at }) => at < world.rankedAt)
        .map(occasion => recordAsk(occasion, world, draws)),
      laterAdopters: adoptersAt(target, launch),
    };
  });
  return { now: dateOf(world.rankedAt), targets };
}
