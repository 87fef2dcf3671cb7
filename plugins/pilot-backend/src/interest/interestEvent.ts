import { InterestEvent } from '@pilot-to-platform/plugin-pilot-common';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** A change of an interest in the words of the event. */
export function interestEvent(
  type: InterestEvent['type'],
  interest: StoredInterest,
  where: { readonly target: string; readonly at: Date },
): InterestEvent {
  return {
    type,
    interest: interest.id,
    target: where.target,
    team: interest.team,
    status: interest.withdrawn ? 'withdrawn' : interest.status,
    at: where.at.toISOString(),
  };
}
