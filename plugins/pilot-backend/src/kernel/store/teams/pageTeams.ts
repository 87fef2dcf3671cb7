import { Knex } from 'knex';

/** A page of the teams that recorded interest, in order. */
export async function pageTeams(
  knex: Knex,
  options: { after: string; limit: number },
): Promise<string[]> {
  const rows = await knex('interest')
    .where('team', '>', options.after)
    .distinct('team')
    .orderBy('team')
    .limit(options.limit);
  return rows.map(row => row.team);
}
