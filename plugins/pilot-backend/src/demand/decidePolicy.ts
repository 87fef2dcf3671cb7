import {
  DeclaredPolicy,
  PolicyDecision,
} from '../kernel/store/policies/DeclaredPolicy';

/**
 * Decides whether a starting replica brings its policy into force. The newest
 * configuration stands: a higher revision always wins, a lower one never. Within
 * one revision content decides: what was never in force is new, what was replaced
 * is of a replica that was left behind, and returns with a higher revision only.
 *
 * @param stored - every policy that was ever in force, oldest first
 */
export function decidePolicy(
  stored: readonly DeclaredPolicy[],
  configured: DeclaredPolicy,
): PolicyDecision {
  const current = stored.at(-1);
  if (!current) {
    return 'comesIntoForce';
  }
  const isSame = current.fingerprint === configured.fingerprint;
  if (configured.revision > current.revision) {
    return isSame ? 'isDeclaredAnew' : 'comesIntoForce';
  }
  if (isSame) {
    return 'isInForce';
  }
  if (configured.revision < current.revision) {
    return 'isOlderRevision';
  }
  return stored.some(each => each.fingerprint === configured.fingerprint)
    ? 'wasReplaced'
    : 'comesIntoForce';
}
