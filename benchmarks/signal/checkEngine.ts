import { defaults } from './candidates';
import { kendallTau } from './kendall';
import { tauOf, trialOf } from './policies';
import { score } from './rankers';
import { simulate } from './simulate';
import { namedWorlds } from './worlds';

/** Stops a run in which the search would not judge what the product computes. */
export function checkEngine() {
  const [base] = namedWorlds;
  const { targets, now } = simulate(base.assumptionsFor(1), 1);
  const tau = kendallTau(
    targets.map(target => score.value(target, now)),
    targets.map(({ laterAdopters }) => laterAdopters),
  );
  const searched = tauOf(defaults, trialOf(base, 1));
  if (searched !== tau) {
    throw new Error(`the score has τ ${tau}, but in the search ${searched}`);
  }
}
