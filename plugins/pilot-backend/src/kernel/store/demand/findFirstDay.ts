import { Knex } from 'knex';

/** The first day on which something of a target's demand was kept. */
export async function firstDay(
  db: Knex,
  targetId: number,
): Promise<number | undefined> {
  const row = await db('demand_day')
    .where('target_id', targetId)
    .min('day as day')
    .first();
  return row?.day ?? undefined;
}
