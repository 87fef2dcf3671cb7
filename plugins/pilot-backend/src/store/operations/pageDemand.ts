import { Knex } from 'knex';
import { StoredTarget, TargetRow, toTarget } from '../rows';

/** A page of the targets whose score or growth time changes, by id. */
export async function pageRanked(
  db: Knex,
  options: { after: number; limit: number; policy: string },
): Promise<StoredTarget[]> {
  const rows = await db<TargetRow>('target')
    .where('id', '>', options.after)
    .andWhere('policy', options.policy)
    .andWhere(changing =>
      changing.where('interests', '>', 0).orWhereNot('growth', 0),
    )
    .orderBy('id')
    .limit(options.limit);
  return rows.map(toTarget);
}

/** Some targets whose sums are not of the policy in force. */
export async function staleRefs(
  db: Knex,
  policy: string,
  limit: number,
): Promise<string[]> {
  const rows = await db<TargetRow>('target')
    .where(stale => stale.whereNull('policy').orWhereNot({ policy }))
    .orderBy('id')
    .limit(limit)
    .select('ref');
  return rows.map(({ ref }) => ref);
}
