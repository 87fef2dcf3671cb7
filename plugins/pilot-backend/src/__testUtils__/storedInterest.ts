import { noDetails } from '../kernel/store/interests/interestDetails';
import { StoredInterest } from '../kernel/store/interests/interestRows';

const march = new Date('2026-03-01T00:00:00Z');

/** An interest of Ana's for her team: one click in March, unless said otherwise. */
export function storedInterest(
  id: string,
  of: Partial<StoredInterest> = {},
): StoredInterest {
  return {
    id,
    team: 'group:default/payments',
    author: 'user:default/ana',
    useCaseKey: 'default',
    ...noDetails,
    urgency: 'critical',
    status: 'open',
    statusNote: null,
    statusAt: null,
    statusBy: null,
    withdrawn: false,
    createdAt: march,
    updatedAt: march,
    confirmedAt: march,
    version: 3,
    ...of,
  };
}
