import { Knex } from 'knex';
import { TargetRow } from '../rows';

/**
 * The refs of Pilots and of what is asked for, with the highest scores first:
 * what teams could be building twice.
 */
export async function comparableTargets(db: Knex): Promise<string[]> {
  const rows = await db<TargetRow>('target')
    .where(either => either.where('interests', '>', 0).orWhere('kind', 'pilot'))
    .whereNull('gone_at')
    .whereNull('merged_into')
    .orderBy([
      { column: 'score', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .select('ref');
  return rows.map(({ ref }) => ref);
}
