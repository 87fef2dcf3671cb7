import { Knex } from 'knex';
import { readablePage } from '../readable';
import { TargetRow, StoredTarget, toTarget } from '../targets/targetRows';

/** A page of the targets whose score or growth time changes, by id. */
export async function pageRanked(
  db: Knex,
  options: { after: number; limit: number; policy: string },
): Promise<StoredTarget[]> {
  return readablePage<TargetRow, StoredTarget>(db, 'target', {
    limit: options.limit,
    read: toTarget,
    rows: async (last, limit) =>
      db<TargetRow>('target')
        .where('id', '>', last?.id ?? options.after)
        .andWhere('policy', options.policy)
        .andWhere(changing =>
          changing.where('interests', '>', 0).orWhereNot('growth', 0),
        )
        .orderBy('id')
        .limit(limit),
  });
}

/** A page of the targets whose sums are not of the policy in force, by id. */
export async function staleTargets(
  db: Knex,
  policy: string,
  page: { readonly after: number; readonly limit: number },
): Promise<Array<Pick<StoredTarget, 'id' | 'ref'>>> {
  const rows = await db<TargetRow>('target')
    .where('id', '>', page.after)
    .andWhere(stale => stale.whereNull('policy').orWhereNot({ policy }))
    .orderBy('id')
    .limit(page.limit)
    .select('id', 'ref');
  return rows.map(({ id, ref }) => ({ id: Number(id), ref }));
}
