import { ConflictError } from '@backstage/errors';
import { confirmability } from './confirmability';
import { InterestDecision } from './Decision';
import { withoutImported } from './withoutImported';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** A repeated confirmation within this time is taken for a retry. */
const retryMs = 60_000;

/**
 * Says that an interest is still needed: it weighs as if recorded today.
 *
 * @throws ConflictError for an interest that is withdrawn, declined or adopted
 */
export function decideConfirm(
  before: StoredInterest,
  at: Date,
): InterestDecision {
  const confirmable = confirmability(before);
  if (confirmable !== true) {
    throw new ConflictError(
      confirmable === 'adopted'
        ? 'adopted: an interest that is served needs no confirmation'
        : `${confirmable}: only an interest that stands can be confirmed`,
    );
  }
  if (at.getTime() - before.confirmedAt.getTime() < retryMs) {
    return { before, interest: before };
  }
  const change = { confirmedAt: at, version: before.version + 1 };
  return {
    before,
    interest: {
      ...before,
      ...change,
      updatedAt: at,
      ...withoutImported(before, 'press', 'withdrawn'),
    },
    entry: {
      type: 'confirmed',
      at,
      actor: before.author,
      id: before.id,
      change,
    },
  };
}
