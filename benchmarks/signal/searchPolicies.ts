import type { Assumptions } from './assumptions';
import { defaults, drawCandidate, neighbours } from './candidates';
import { compareCandidate, tausOf, type Comparison } from './compareCandidates';
import { createDraws, type Draws } from './draws';
import { trialOf, type Candidate, type Trial } from './policies';
import { meanOf } from './summarise';
import { drawnWorld, type World } from './worlds';

export interface PolicySearchOptions {
  /** Drawn organisations for choosing, and as many others for judging. */
  readonly organisations: number;
  readonly candidates: number;
  readonly worlds: readonly World[];
  /** Organisations of each world. */
  readonly seeds: number;
}

export interface PolicySearch extends PolicySearchOptions {
  /** Mean τ of the defaults. */
  readonly training: number;
  readonly heldOut: number;
  /** The best in training. */
  readonly leaders: readonly { candidate: Candidate; tau: number }[];
  /** The best of them on the held-out organisations. */
  readonly best: Comparison;
  /** The same by thirds of an assumption, lowest first. */
  readonly thirds: readonly {
    readonly assumption: keyof Assumptions;
    readonly parts: readonly Comparison[];
  }[];
  readonly inWorlds: readonly Comparison[];
  /** The defaults with one thing changed, on the held-out organisations. */
  readonly neighbours: readonly Comparison[];
}

// Seeds that neither each other nor the comparison of rankers has.
const trainingSeeds = 100_000;
const heldOutSeeds = 200_000;
const worldSeeds = 300_000;

const trialsOf = (world: World, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => trialOf(world, from + index));

function search(training: readonly Trial[], count: number, draws: Draws) {
  return Array.from({ length: count }, () => {
    const candidate = drawCandidate(draws);
    return { candidate, tau: meanOf(tausOf(candidate, training)) };
  }).sort((a, b) => b.tau - a.tau);
}

function thirdsBy(assumption: keyof Assumptions, trials: readonly Trial[]) {
  const sorted = [...trials].sort(
    (a, b) => a.assumptions[assumption] - b.assumptions[assumption],
  );
  const cut = (third: number) => Math.round((third * sorted.length) / 3);
  return [0, 1, 2].map(third => sorted.slice(cut(third), cut(third + 1)));
}

/**
 * Searches candidates on drawn organisations, and judges the best one on others and in the named worlds: the best
 * of many is always lucky where it was chosen.
 */
export function searchPolicies(options: PolicySearchOptions): PolicySearch {
  const { organisations, candidates, worlds, seeds } = options;
  const draws = createDraws(1);
  const training = trialsOf(drawnWorld, trainingSeeds, organisations);
  const heldOut = trialsOf(drawnWorld, heldOutSeeds, organisations);
  const leaders = search(training, candidates, draws).slice(0, 10);
  const { candidate } = leaders[0];
  return {
    ...options,
    training: meanOf(tausOf(defaults, training)),
    heldOut: meanOf(tausOf(defaults, heldOut)),
    leaders,
    best: compareCandidate({ name: 'best found', candidate }, heldOut, draws),
    thirds: (['describes', 'driveByWords'] as const).map(assumption => ({
      assumption,
      parts: thirdsBy(assumption, heldOut).map((trials, third) =>
        compareCandidate(
          { name: ['lowest', 'middle', 'highest'][third], candidate },
          trials,
          draws,
        ),
      ),
    })),
    inWorlds: worlds.map(world =>
      compareCandidate(
        { name: world.name, candidate },
        trialsOf(world, worldSeeds, seeds),
        draws,
      ),
    ),
    neighbours: neighbours.map(neighbour =>
      compareCandidate(neighbour, heldOut, draws),
    ),
  };
}
