import { Knex } from 'knex';

/** Notes that a pass over everything is finished. */
export async function saveUpkeep(
  knex: Knex,
  name: 'sweep',
  finishedAt: Date,
): Promise<void> {
  await knex('upkeep')
    .insert({ name, finished_at: finishedAt.getTime() })
    .onConflict('name')
    .merge();
}

/** When a pass over everything was last finished. */
export async function lastUpkeep(
  knex: Knex,
  name: 'sweep',
): Promise<Date | undefined> {
  const row = await knex('upkeep').where({ name }).first();
  return row && new Date(Number(row.finished_at));
}
