import { meaningOf } from './meaningOf';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/**
 * The interest that stands for a withdrawn one: a merge withdrew it because this
 * one, whose key got a number for it, says the same. Whoever records under the
 * first key again means what stands, and must not count twice.
 *
 * @param own - all interests of its author in the target
 */
export function repeatedBy(
  withdrawn: StoredInterest,
  own: readonly StoredInterest[],
): StoredInterest | undefined {
  return own.find(
    other =>
      !other.withdrawn &&
      other.status !== 'declined' &&
      isNumbered(withdrawn.useCaseKey, other.useCaseKey) &&
      meaningOf(other) === meaningOf(withdrawn),
  );
}

/** True where a key is another one, cut if long, with a number behind it. */
function isNumbered(key: string, candidate: string): boolean {
  const [, start] = /^(.+)-\d+$/.exec(candidate) ?? [];
  return (
    start === key ||
    (start !== undefined && candidate.length > 60 && key.startsWith(start))
  );
}
