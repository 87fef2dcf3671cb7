import { TeamRating } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { MadeFrom } from '../kernel/sight/Sight';
import { partsOfPilots } from '../kernel/store/targets/findTargets';
import { firstAdoptions } from '../kernel/store/log/findFirstAdoptions';
import { interestsOfTargets } from '../kernel/store/interests/findInterests';
import { mergedIds } from '../kernel/store/merges/mergedTargets';
import { resultsOfCheck } from '../kernel/store/readiness/appendReadinessLog';
import { ratingsOf } from '../kernel/store/ratings/ratings';
import { madeFromOf } from '../kernel/store/readiness/readinessRows';
import { ServedInterest } from './adoptersOf';
import { StoredTarget } from '../kernel/store/targets/targetRows';

const manualSteps = 'automation.manual-steps';

/** Facts that the adoption of a Pilot is computed from. */
export interface AdoptionReading {
  /** All interest in the Pilot and in what implements it. */
  readonly interests: readonly ServedInterest[];
  /** Every change of whether no manual step is left. */
  readonly automated: ReadonlyArray<{
    readonly at: Date;
    readonly isAutomated: boolean;
    readonly madeFrom: MadeFrom;
  }>;
  readonly ratings: readonly TeamRating[];
}

type Source = Pick<StoredTarget, 'id' | 'ref' | 'owner'>;

/**
 * Reads whom Pilots serve, from their logs and from those of their parts, in a
 * few queries, however many they are; at most some hundreds.
 */
export async function readAdoptions(
  db: Knex,
  pilots: readonly Source[],
): Promise<Map<number, AdoptionReading>> {
  const ids = pilots.map(({ id }) => id);
  if (ids.length === 0) {
    return new Map();
  }
  const parts = await partsOfPilots(db, ids);
  const sources = [...new Set([...ids, ...parts.map(({ part }) => part.id)])];
  const found = await interestsOfTargets(db, sources);
  const merged = await mergedIds(db, sources);
  const adoptions = await firstAdoptions(db, [...sources, ...merged]);
  const results = await resultsOfCheck(db, ids, manualSteps);
  const ratings = await ratingsOf(db, ids);
  const servedBy = (pilot: Source, source: Source): ServedInterest[] =>
    (found.get(source.id) ?? []).map(interest => ({
      interest,
      source: source.ref,
      owners: [pilot.owner, source.owner],
      adoptedAt: adoptions.get(interest.id) ?? presentAdoption(interest),
    }));
  return new Map(
    pilots.map(pilot => [
      pilot.id,
      {
        interests: [
          ...servedBy(pilot, pilot),
          ...parts
            .filter(({ pilotId }) => pilotId === pilot.id)
            .flatMap(({ part }) => servedBy(pilot, part)),
        ],
        automated: (results.get(pilot.id) ?? []).map(line => ({
          at: line.at,
          // Where the question does not arise, nothing is done by hand.
          isAutomated: line.verdict !== 'fail',
          madeFrom: madeFromOf(line),
        })),
        ratings: ratings.get(pilot.id) ?? [],
      },
    ]),
  );
}

/** The same of one Pilot. */
export async function readAdoption(
  db: Knex,
  pilot: Source,
): Promise<AdoptionReading> {
  return (await readAdoptions(db, [pilot])).get(pilot.id)!;
}

/** Of an interest whose log does not say when it was adopted. */
function presentAdoption({
  status,
  statusAt,
  updatedAt,
}: ServedInterest['interest']): Date | undefined {
  return status === 'adopted' ? statusAt ?? updatedAt : undefined;
}
