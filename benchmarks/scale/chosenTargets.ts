import { World } from './World';

/** The targets that are read one by one, so that the catalog has to have them. */
export interface ChosenTargets {
  /** With about ten interests, as most of those that anybody asks for. */
  readonly average: number;
  /** The one that most teams ask for. */
  readonly hottest: number;
  /** Some of every sort, to compare with a replay of their logs. */
  readonly sample: readonly number[];
  /** All of these, and what Pilots among them are implemented by. */
  readonly all: readonly number[];
}

const sampled = 20;

/** Chooses targets that every world has. */
export function chosenTargets(world: World): ChosenTargets {
  const all = Array.from({ length: world.targets }, (_, index) =>
    world.target(index),
  );
  const average = all.find(({ kind, asks }) => kind === 'api' && asks === 10)!;
  const hottest = all.reduce((most, target) =>
    target.asks > most.asks ? target : most,
  );
  const composed = all.filter(({ parts }) => parts.length > 0).slice(0, 5);
  const spread = Array.from(
    { length: sampled - composed.length - 2 },
    (_, n) => all[Math.floor(((n + 1) * world.targets) / sampled)],
  );
  const sample = [average, hottest, ...composed, ...spread];
  const indexes = sample.flatMap(({ index, parts }) => [index, ...parts]);
  return {
    average: average.index,
    hottest: hottest.index,
    sample: sample.map(({ index }) => index),
    all: [...new Set(indexes)],
  };
}
