import type { Urgency } from '../model/vocabulary';
import { dayMs } from '../model/dayMs';

/**
 * Weights of an interest on the day it is confirmed, by urgency.
 * @public
 */
export const urgencyWeights: Readonly<Record<Urgency, number>> = {
  'nice-to-have': 1 / 3,
  important: 2 / 3,
  critical: 1,
};

/**
 * Returns the share of a weight that is left: `2^(−age/H)`. Age runs
 * continuously and is never negative, so a confirmation from a clock that is
 * ahead weighs full, not more.
 *
 * @param halfLifeDays - H, in days of 24 hours
 * @returns 1 down to 0; exactly 0 after about a thousand half-lives
 * @public
 */
export function decayFactor(
  confirmedAt: Date,
  now: Date,
  halfLifeDays: number,
): number {
  const age = Math.max(0, now.getTime() - confirmedAt.getTime());
  return Math.pow(2, -age / dayMs / halfLifeDays);
}
