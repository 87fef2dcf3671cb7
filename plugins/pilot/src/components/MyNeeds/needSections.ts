import type {
  Interest,
  InterestStatus,
} from '@pilot-to-platform/plugin-pilot-common';

/** The statuses of what is still to come, and of what has come to an end. */
export const openStatuses: readonly InterestStatus[] = [
  'open',
  'acknowledged',
  'planned',
];
export const doneStatuses: readonly InterestStatus[] = [
  'adopted',
  'declined',
  'withdrawn',
];

/**
 * True where an owner has answered since the last visit; without an earlier
 * visit every answer is news. What the author answered as the owner is none.
 */
export function isNews(
  { status, statusAt, statusBy, author }: Interest,
  lastVisit: string | undefined,
): boolean {
  if (status === 'withdrawn' || status === 'open' || !statusAt) return false;
  if (statusBy !== null && statusBy === author) return false;
  return (
    lastVisit === undefined || Date.parse(statusAt) > Date.parse(lastVisit)
  );
}

/** The newest of several copies of one interest; of equal ones the last. */
export function newestOf(
  first: Interest,
  ...others: ReadonlyArray<Interest | undefined>
): Interest {
  return others.reduce<Interest>(
    (newest, other) =>
      other && other.version >= newest.version ? other : newest,
    first,
  );
}
