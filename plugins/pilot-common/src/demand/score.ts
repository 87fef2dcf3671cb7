import { demandPartKeys, type DemandPart } from '../model/demand';
import type { DemandPolicy } from '../model/policy';
import type { DemandLevel } from '../model/vocabulary';

/**
 * The three sums that a score is made of.
 * @public
 */
export interface DemandSums {
  /** N: Σ over teams of √(Σ w²), 0 upwards */
  readonly number: number;
  /** T: Σ over teams of max(w), 0 upwards */
  readonly breadth: number;
  /** M: Σ over teams of max(w·s), 0 upwards */
  readonly specific: number;
}

/**
 * A score and the parts that explain it, in the order number, breadth,
 * specific.
 * @public
 */
export interface ScoredSums {
  /** 0 to 100, never 100 itself. */
  readonly score: number;
  readonly parts: DemandPart[];
}

// A demand that nobody has described yet is worth a tenth in this part, not
// nothing: one click without details must show.
const undescribed = 0.1;

// Saturation approaches 100 and may round to it.
const highest = 100 - 2 ** -46;

/**
 * `100 · V^a · B^b · C^c`, with `V = N/(N+5)`, `B = T/(T+3)` and
 * `C = 0.1 + 0.9·M/(M+2)` under the default policy: a weighted geometric mean,
 * so that one high part cannot buy off another that is missing.
 *
 * Whether anything counts is not visible in the sums; a target without counted
 * interest has score 0 whatever this function says.
 * @public
 */
export function scoreOf(sums: DemandSums, policy: DemandPolicy): ScoredSums {
  const parts = demandPartKeys.map(key => {
    const raw = sums[key];
    const weight = policy.weights[key];
    const saturated = raw / (raw + policy.halfPoints[key]);
    const value =
      key === 'specific'
        ? undescribed + (1 - undescribed) * saturated
        : saturated;
    return { key, raw, value, weight, contribution: Math.pow(value, weight) };
  });
  const product = parts.reduce((all, part) => all * part.contribution, 100);
  return { score: Math.min(product, highest), parts };
}

/**
 * A score in words. `none` means that nothing is counted; a score that has
 * faded to 0 is still `faint`.
 *
 * @param score - 0 to 100
 * @param counted - how many interests weigh in it
 * @public
 */
export function levelOf(
  score: number,
  counted: number,
  levels: DemandPolicy['levels'],
): DemandLevel {
  if (counted === 0) return 'none';
  if (score >= levels.proven) return 'proven';
  if (score >= levels.strong) return 'strong';
  if (score >= levels.emerging) return 'emerging';
  return 'faint';
}
