import {
  noDetails,
  type InterestState,
  type TargetInterest,
  type Urgency,
} from '@pilot-to-platform/plugin-pilot-common';
import type { Assumptions } from './assumptions';
import type { Draws } from './draws';
import { leaning } from './needs';

/** An interest as recorded, with the first day, which the engine does not need but boards do. */
export interface Ask {
  readonly interest: TargetInterest;
  readonly recordedAt: Date;
  /** True where a need stands behind it on the ranking's day; no ranker sees this. */
  readonly needed: boolean;
}

/** Occasion on which somebody asks. */
export interface Occasion {
  readonly target: number;
  readonly team: number;
  readonly person: number;
  readonly at: number;
  /** Until when there is a need behind it: `-Infinity` if there never was one. */
  readonly needEndsAt: number;
  readonly urgency: Urgency;
  /** Mean share of the five details that are described. */
  readonly details: number;
  readonly internal?: boolean;
  readonly adopted?: boolean;
}

const confirmAfter = 120;
const firstDay = Date.parse('2026-01-01T00:00:00Z');

/** A day of the simulation as a date. */
export const dateOf = (day: number) => new Date(firstDay + day * 86_400_000);

/** The urgency that somebody with a need of that strength chooses. */
export function chosenUrgency(
  strength: number,
  world: Assumptions,
  draws: Draws,
): Urgency {
  if (draws.chance(world.inflation)) return 'critical';
  if (draws.chance(world.urgencyLeft)) return 'important';
  const felt = draws.chance(world.urgencyNoise) ? draws.uniform() : strength;
  if (felt < 1 / 3) return 'nice-to-have';
  return felt < 2 / 3 ? 'important' : 'critical';
}

/** The mean share of details that somebody with a need of that strength describes. */
export function chosenDetails(
  strength: number,
  world: Assumptions,
  draws: Draws,
): number {
  const care = draws.chance(world.detailNoise) ? draws.uniform() : strength;
  return leaning(world.describes, 1, care);
}

function keptUp(
  { at, needEndsAt }: Occasion,
  world: Assumptions,
  draws: Draws,
) {
  let confirmedAt = at;
  for (let due = at + confirmAfter; due < world.rankedAt; due += confirmAfter) {
    const stands = due < needEndsAt;
    if (draws.chance(stands ? world.confirms : world.habit)) confirmedAt = due;
  }
  const ended = at < needEndsAt && needEndsAt < world.rankedAt;
  return { confirmedAt, withdrawn: ended && draws.chance(world.withdraws) };
}

/** Records an ask and keeps it up, or not, until the day of the ranking. */
export function recordAsk(
  occasion: Occasion,
  world: Assumptions,
  draws: Draws,
): Ask {
  const { target, team, person, details } = occasion;
  const described = (text: string) => (draws.chance(details) ? text : null);
  const { confirmedAt, withdrawn } = keptUp(occasion, world, draws);
  const state: InterestState = {
    id: `${team}-${person}-${occasion.at}`,
    team: `group:default/team-${team}`,
    author: `user:default/person-${team}-${person}`,
    ...noDetails,
    urgency: occasion.urgency,
    useCase: described(
      'Send each partner its weekly extract without a ticket.',
    ),
    alternative: described('We copy files by hand.'),
    neededBy: described('2027-03-01'),
    expectedUsage: described('40 partners'),
    contribute: draws.chance(details),
    status: occasion.adopted ? 'adopted' : 'open',
    withdrawn,
    confirmedAt: dateOf(confirmedAt),
  };
  return {
    interest: {
      target: `pilot:default/target-${target}`,
      internal: occasion.internal ?? false,
      state,
    },
    recordedAt: dateOf(occasion.at),
    needed: occasion.needEndsAt > world.rankedAt,
  };
}
