import { Knex } from 'knex';
import { adoptersOf } from './adoptersOf';
import { readAdoptions } from './readAdoption';
import { AdoptionFacts } from '../readiness/facts/Surroundings';
import { madeFromAll } from '../kernel/sight/Sight';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Reads whom Pilots serve, by ref, as the page about adoption says it. */
export async function adoptionFacts(
  db: Knex,
  targets: readonly StoredTarget[],
): Promise<Map<string, AdoptionFacts>> {
  const pilots = targets.filter(
    ({ kind, sums }) => kind === 'pilot' && sums.adopters > 0,
  );
  const readings = await readAdoptions(db, pilots);
  return new Map(
    pilots.map(({ id, ref }) => {
      const { interests, automated } = readings.get(id)!;
      const { refs = [] } = madeFromAll(
        automated.map(({ madeFrom }) => madeFrom),
      );
      return [ref, { adopters: adoptersOf(interests), automated, refs }];
    }),
  );
}
