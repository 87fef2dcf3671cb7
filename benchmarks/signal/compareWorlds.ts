import { isCounted } from '@pilot-to-platform/plugin-pilot-common';
import { kendallTau } from './kendall';
import { references, rivals, score } from './rankers';
import { simulate, type RankedTarget } from './simulate';
import { errorOf, meanOf, shareWon } from './summarise';
import type { World } from './worlds';

/** A ranker's accuracy in foreseeing a world's later adopters, over all seeds. */
export interface Outcome {
  readonly name: string;
  /** Mean of Kendall's τ-b. */
  readonly tau: number;
  /** Mean lead of the score over it, and the standard error of that. */
  readonly lead: number;
  readonly error: number;
  /** Share of seeds in which the score ranks better than it. */
  readonly won: number;
}

export interface WorldOutcome {
  readonly name: string;
  /** Share of counted asks behind which no need stands. */
  readonly needless: number;
  /** Mean τ of the score. */
  readonly score: number;
  readonly rivals: readonly Outcome[];
  readonly references: readonly Outcome[];
}

function shareNeedless(targets: readonly RankedTarget[]): number {
  const counted = targets
    .flatMap(({ asks }) => asks)
    .filter(({ interest }) => isCounted(interest));
  return counted.length === 0
    ? 0
    : counted.filter(({ needed }) => !needed).length / counted.length;
}

/** Every ranker in every world, on the same organisations. */
export function compareWorlds(
  worlds: readonly World[],
  seeds: number,
): WorldOutcome[] {
  const rankers = [score, ...rivals, ...references];
  return worlds.map(({ name, assumptionsFor }) => {
    const needless: number[] = [];
    const taus: number[][] = rankers.map(() => []);
    for (let seed = 1; seed <= seeds; seed++) {
      const { targets, now } = simulate(assumptionsFor(seed), seed);
      needless.push(shareNeedless(targets));
      const later = targets.map(({ laterAdopters }) => laterAdopters);
      rankers.forEach((ranker, index) => {
        const values = targets.map(target => ranker.value(target, now));
        taus[index].push(kendallTau(values, later));
      });
    }
    const [ours, ...theirs] = taus;
    const outcomes = theirs.map((values, index): Outcome => {
      const leads = ours.map((tau, seed) => tau - values[seed]);
      return {
        name: rankers[index + 1].name,
        tau: meanOf(values),
        lead: meanOf(leads),
        error: errorOf(leads),
        won: shareWon(ours, values),
      };
    });
    return {
      name,
      needless: meanOf(needless),
      score: meanOf(ours),
      rivals: outcomes.slice(0, rivals.length),
      references: outcomes.slice(rivals.length),
    };
  });
}
