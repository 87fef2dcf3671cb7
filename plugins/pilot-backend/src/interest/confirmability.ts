import { InterestStatus } from '@pilot-to-platform/plugin-pilot-common';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** The statuses in which an interest can be confirmed. */
export const confirmableStatuses: readonly InterestStatus[] = [
  'open',
  'acknowledged',
  'planned',
];

/**
 * Decides whether an interest can be confirmed; else returns what stands
 * against it. An adopted one no longer fades, so there is nothing to confirm.
 */
export function confirmability(
  interest: Pick<StoredInterest, 'status' | 'withdrawn'>,
): true | 'withdrawn' | 'declined' | 'adopted' {
  if (interest.withdrawn) {
    return 'withdrawn';
  }
  return interest.status === 'declined' || interest.status === 'adopted'
    ? interest.status
    : true;
}
