import { InterestDecision } from './Decision';
import { withoutImported } from './withoutImported';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/**
 * Withdraws an interest. What the owner answered is kept beside it, and comes
 * back when the interest is recorded again.
 */
export function decideWithdraw(
  before: StoredInterest,
  at: Date,
): InterestDecision {
  if (before.withdrawn && !before.imported?.includes('withdrawn')) {
    return { before, interest: before };
  }
  const change = { withdrawn: true, version: before.version + 1 };
  return {
    before,
    interest: {
      ...before,
      ...change,
      updatedAt: at,
      ...withoutImported(before, 'withdrawn'),
    },
    entry: {
      type: 'withdrawn',
      at,
      actor: before.author,
      id: before.id,
      change,
    },
  };
}
