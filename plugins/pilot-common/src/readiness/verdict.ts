import type { Verdict } from '../model/vocabulary';
import type { GivenAnswer, StandingWaiver } from './answers';

/**
 * Returns whether a check still waits for somebody: it fails, or nobody knows.
 */
export function isOpen(verdict: Verdict): boolean {
  return verdict === 'fail' || verdict === 'unknown';
}

/**
 * Decides what an answer and a waiver come to, both of them in force. A waiver
 * stands in for what is open and never hides a pass.
 */
export function verdictOf(
  answer: GivenAnswer | undefined,
  waiver: StandingWaiver | undefined,
): Verdict {
  const verdict = answer?.verdict ?? 'unknown';
  return isOpen(verdict) && waiver ? 'waived' : verdict;
}
