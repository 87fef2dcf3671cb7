import {
  assessDemand,
  defaultDemandPolicy,
  scoreOf,
  type DemandPolicy,
  type DemandSums,
} from '@pilot-to-platform/plugin-pilot-common';
import type { Assumptions } from './assumptions';
import { kendallTau } from './kendall';
import { simulate } from './simulate';
import type { World } from './worlds';

/** The part of the policy that is chosen here. */
export type Candidate = Pick<
  DemandPolicy,
  'halfLifeDays' | 'weights' | 'halfPoints'
>;

/** The half-lives that are tried, in days; 120 is the default. */
export const halfLives = [30, 60, 90, 120, 180, 240, 365, 730];

/** One organisation, reduced to what scores of any candidate need. */
export interface Trial {
  readonly assumptions: Assumptions;
  readonly sums: ReadonlyMap<number, readonly DemandSums[]>;
  readonly counted: readonly boolean[];
  readonly laterAdopters: readonly number[];
}

/** Simulates an organisation and takes the engine's sums for each half-life once. */
export function trialOf(world: World, seed: number): Trial {
  const assumed = world.assumptionsFor(seed);
  const { targets, now } = simulate(assumed, seed);
  const assess = (halfLifeDays: number) =>
    targets.map(({ target, asks }) =>
      assessDemand({
        target,
        interests: asks.map(({ interest }) => interest),
        policy: { ...defaultDemandPolicy, halfLifeDays },
        now,
      }),
    );
  return {
    assumptions: assumed,
    sums: new Map(halfLives.map(days => [days, assess(days)])),
    counted: assess(halfLives[0]).map(({ counts }) => counts.interests > 0),
    laterAdopters: targets.map(({ laterAdopters }) => laterAdopters),
  };
}

/** Measures how well a candidate's score foresees the later adopters. */
export function tauOf(candidate: Candidate, trial: Trial): number {
  const sums = trial.sums.get(candidate.halfLifeDays);
  if (!sums) throw new RangeError(`no sums for ${candidate.halfLifeDays} days`);
  const policy = { ...defaultDemandPolicy, ...candidate };
  const scores = sums.map((each, index) =>
    trial.counted[index] ? scoreOf(each, policy).score : 0,
  );
  return kendallTau(scores, trial.laterAdopters);
}
