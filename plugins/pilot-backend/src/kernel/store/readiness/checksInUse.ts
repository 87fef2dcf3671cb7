import { Knex } from 'knex';

/** Notes that a replica with these checks runs. */
export async function saveInUse(
  db: Knex,
  fingerprint: string,
  now: Date,
): Promise<void> {
  const at = now.getTime();
  await db('checks_in_use')
    .insert({ fingerprint, first_at: at, seen_at: at })
    .onConflict('fingerprint')
    .merge(['seen_at']);
}

/** The checks that replicas run with, those that came last first. */
export async function checksInUse(db: Knex, since: Date): Promise<string[]> {
  const rows = await db('checks_in_use')
    .where('seen_at', '>', since.getTime())
    .orderBy([
      { column: 'first_at', order: 'desc' },
      { column: 'fingerprint', order: 'desc' },
    ])
    .select('fingerprint');
  return rows.map(({ fingerprint }) => fingerprint);
}
