import { TeamRating } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { automationChanges } from '../store/operations/automationChanges';
import { partTargets } from '../store/operations/findTargets';
import { firstAdoptions } from '../store/operations/firstAdoptions';
import { interestsOfTargets } from '../store/operations/interests';
import { mergedIds } from '../store/operations/merges';
import { ratingsOf } from '../store/operations/satisfaction';
import { StoredTarget } from '../store/rows';
import { ServedInterest } from './adoptersOf';

/** What the adoption of a Pilot is computed from. */
export interface AdoptionReading {
  /** All interest in the Pilot and in what implements it. */
  readonly interests: readonly ServedInterest[];
  /** Every change of whether no manual step is left. */
  readonly automated: ReadonlyArray<{
    readonly at: Date;
    readonly isAutomated: boolean;
  }>;
  readonly ratings: readonly TeamRating[];
}

/** Reads whom a Pilot serves, from its log and from those of its parts. */
export async function readAdoption(
  db: Knex,
  pilot: StoredTarget,
): Promise<AdoptionReading> {
  const sources = [pilot, ...(await partTargets(db, pilot.id))];
  const ids = sources.map(({ id }) => id);
  const merged: number[] = [];
  for (const id of ids) {
    merged.push(...(await mergedIds(db, id)));
  }
  const found = await interestsOfTargets(db, ids);
  const adoptions = await firstAdoptions(db, [...ids, ...merged]);
  return {
    interests: sources.flatMap(source =>
      (found.get(source.id) ?? []).map(interest => ({
        interest,
        source: source.ref,
        owners: [pilot.owner, source.owner],
        adoptedAt: adoptions.get(interest.id) ?? presentAdoption(interest),
      })),
    ),
    automated: await automationChanges(db, pilot.id),
    ratings: (await ratingsOf(db, [pilot.id])).get(pilot.id) ?? [],
  };
}

/** Of an interest whose log does not say when it was adopted. */
function presentAdoption({
  status,
  statusAt,
  updatedAt,
}: ServedInterest['interest']): Date | undefined {
  return status === 'adopted' ? statusAt ?? updatedAt : undefined;
}
