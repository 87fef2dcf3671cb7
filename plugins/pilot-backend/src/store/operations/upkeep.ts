import { Knex } from 'knex';

/** `sweep`: over everything. `pilots`: of what the catalog said of Pilots. */
type Upkeep = 'sweep' | 'pilots';

/** Notes that a pass is finished. */
export async function saveUpkeep(
  knex: Knex,
  name: Upkeep,
  finishedAt: Date,
): Promise<void> {
  await knex('upkeep')
    .insert({ name, finished_at: finishedAt.getTime() })
    .onConflict('name')
    .merge();
}

/** When a pass was last finished. */
export async function lastUpkeep(
  knex: Knex,
  name: Upkeep,
): Promise<Date | undefined> {
  const row = await knex('upkeep').where({ name }).first();
  return row && new Date(Number(row.finished_at));
}
