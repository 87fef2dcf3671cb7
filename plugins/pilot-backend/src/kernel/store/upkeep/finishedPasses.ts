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

const importOf = (sha256: string) => `import ${sha256}`;

/** Notes that a file of everything was imported. */
export async function saveImported(
  tx: Knex.Transaction,
  sha256: string,
  at: Date,
): Promise<void> {
  await tx('upkeep').insert({
    name: importOf(sha256),
    finished_at: at.getTime(),
  });
}

/** Returns whether a file of everything was imported. */
export async function isImported(db: Knex, sha256: string): Promise<boolean> {
  const row = await db('upkeep')
    .where({ name: importOf(sha256) })
    .first('name');
  return row !== undefined;
}

/** Returns when a pass was last finished. */
export async function lastUpkeep(
  knex: Knex,
  name: Upkeep,
): Promise<Date | undefined> {
  const row = await knex('upkeep').where({ name }).first();
  return row && new Date(Number(row.finished_at));
}
