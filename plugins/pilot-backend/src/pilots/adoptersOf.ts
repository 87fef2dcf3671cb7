import {
  AdoptingTeam,
  isInternal,
} from '@pilot-to-platform/plugin-pilot-common';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** An interest, where it is, and when it was first adopted. */
export interface ServedInterest {
  readonly interest: StoredInterest;
  /** Ref of the target that it is in: the Pilot, or what implements it. */
  readonly source: string;
  /** The owner of the Pilot, and the owner of the source. */
  readonly owners: ReadonlyArray<string | null>;
  /** Absent for what never was. */
  readonly adoptedAt?: Date;
}

/**
 * The teams that are served now, each with its first ask and when it was first
 * served, wherever that was. The owners' own interests do not count.
 */
export function adoptersOf(all: readonly ServedInterest[]): AdoptingTeam[] {
  const teams = new Map<string, ServedInterest[]>();
  for (const each of all) {
    if (!isInternal(each.interest, each.owners)) {
      const { team } = each.interest;
      teams.set(team, [...(teams.get(team) ?? []), each]);
    }
  }
  return [...teams].flatMap(([team, own]) => {
    const isServed = own.some(
      ({ interest }) => interest.status === 'adopted' && !interest.withdrawn,
    );
    return isServed
      ? [
          {
            team,
            askedAt: earliest(own.map(({ interest }) => interest.createdAt)),
            adoptedAt: earliest(
              own.flatMap(({ adoptedAt }) => adoptedAt ?? []),
            ),
          },
        ]
      : [];
  });
}

function earliest(dates: readonly Date[]): Date {
  return new Date(Math.min(...dates.map(date => date.getTime())));
}
