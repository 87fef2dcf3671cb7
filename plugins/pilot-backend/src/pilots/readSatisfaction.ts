import { assessAdoption } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { ratingsOf } from '../kernel/store/ratings/ratings';
import { adoptersOf } from './adoptersOf';
import { readAdoptions } from './readAdoption';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/**
 * Reads how well Pilots work for those whom they serve now, 1 to 5; nothing for
 * those about which none of them answered. Looks for whom they serve only where
 * somebody did.
 */
export async function readSatisfaction(
  db: Knex,
  pilots: readonly StoredTarget[],
  now: Date,
): Promise<Map<number, number>> {
  const rated = await ratingsOf(
    db,
    pilots.map(({ id }) => id),
  );
  const adoptions = await readAdoptions(
    db,
    pilots.filter(({ id }) => rated.has(id)),
  );
  return new Map(
    [...adoptions].flatMap(([id, { interests, automated, ratings }]) => {
      const adopters = adoptersOf(interests);
      const { satisfaction } = assessAdoption({
        adopters,
        automated,
        ratings,
        now,
      });
      return satisfaction.mean === null ? [] : [[id, satisfaction.mean]];
    }),
  );
}
