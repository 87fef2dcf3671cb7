import { Knex } from 'knex';
import { readableBy, ReadableInterests } from '../interests/readableBy';

/** The teams with an interest in one of the targets that a person may read. */
export async function teamsWithin(
  db: Knex,
  targets: readonly string[],
  readable: ReadableInterests,
): Promise<ReadonlySet<string>> {
  const query = db('interest')
    .join('target', 'target.id', 'interest.target_id')
    .whereIn('target.ref', [...targets])
    .distinct('interest.team as team');
  readableBy(query, readable);
  const rows = await query;
  return new Set(rows.map(({ team }) => team));
}
