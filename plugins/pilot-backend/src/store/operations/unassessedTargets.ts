import { Knex } from 'knex';
import { StoredTarget, TargetRow, toTarget } from '../rows';

/** Pilots whose demand was written after they were last assessed. */
export async function unassessedTargets(
  db: Knex,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<StoredTarget[]> {
  const rows = await db<TargetRow>('target')
    .where('kind', 'pilot')
    // What a clock that is ahead has written is assessed once it is past.
    .andWhere('changed_at', '<=', now.getTime())
    .andWhere(stale =>
      stale.whereNull('assessed_at').orWhereRaw('changed_at > assessed_at'),
    )
    .orderBy('id')
    .limit(limit);
  return rows.map(toTarget);
}
