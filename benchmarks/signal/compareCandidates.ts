import { defaults } from './candidates';
import type { Draws } from './draws';
import { tauOf, type Candidate, type Trial } from './policies';
import { intervalOf, meanOf, shareWon } from './summarise';

/** A candidate beside the default policy, on the same organisations. */
export interface Comparison {
  readonly name: string;
  readonly candidate: Candidate;
  readonly tau: number;
  /** Mean lead over the defaults, with its 95 % interval. */
  readonly lead: number;
  readonly low: number;
  readonly high: number;
  /** Share of organisations that it ranks better. */
  readonly won: number;
}

export const tausOf = (candidate: Candidate, trials: readonly Trial[]) =>
  trials.map(trial => tauOf(candidate, trial));

/** Compares with the defaults on organisations that the candidate was not chosen on. */
export function compareCandidate(
  { name, candidate }: { name: string; candidate: Candidate },
  trials: readonly Trial[],
  draws: Draws,
): Comparison {
  const ours = tausOf(candidate, trials);
  const theirs = tausOf(defaults, trials);
  const leads = ours.map((tau, index) => tau - theirs[index]);
  return {
    name,
    candidate,
    tau: meanOf(ours),
    lead: meanOf(leads),
    ...intervalOf(leads, draws),
    won: shareWon(ours, theirs),
  };
}
