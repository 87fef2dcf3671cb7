import type { CheckDefinition } from '../model/check';
import type { Verdict } from '../model/vocabulary';
import type { GivenAnswer, StandingWaiver } from './answers';

/**
 * A check of one entity, and what its verdict comes from.
 * @public
 */
export interface AssessedCheck {
  readonly definition: CheckDefinition;
  readonly verdict: Verdict;
  /** The answer that holds; absent where the check is unknown. */
  readonly answer?: GivenAnswer;
  /** The answer that holds, else the newest one that did. */
  readonly lastAnswer?: GivenAnswer;
  /** The waiver that holds; it counts only where nothing passes. */
  readonly waiver?: StandingWaiver;
}
