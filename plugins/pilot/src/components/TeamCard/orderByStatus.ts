import {
  interestStatuses,
  type Interest,
} from '@pilot-to-platform/plugin-pilot-common';

/** By where they stand, then in the order they came in. */
export function orderByStatus(interests: readonly Interest[]): Interest[] {
  const rank = (interest: Interest) =>
    interestStatuses.indexOf(interest.status);
  return [...interests].sort((a, b) => rank(a) - rank(b));
}
