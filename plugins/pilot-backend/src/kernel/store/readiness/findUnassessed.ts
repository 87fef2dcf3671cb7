import { Knex } from 'knex';
import { latestPresent } from '../../clock/isFuture';
import { readablePage } from '../readable';
import { TargetRow, StoredTarget, toTarget } from '../targets/targetRows';

/** A page of Pilots whose demand was written after they were last assessed, by id. */
export async function unassessedTargets(
  db: Knex,
  page: { readonly after: number; readonly now: Date; readonly limit: number },
): Promise<StoredTarget[]> {
  return readablePage<TargetRow, StoredTarget>(db, 'target', {
    limit: page.limit,
    read: toTarget,
    rows: async (last, limit) =>
      db<TargetRow>('target')
        .where('kind', 'pilot')
        .andWhere('id', '>', last?.id ?? page.after)
        // What a clock that is ahead has written is assessed once it is past.
        .andWhere('changed_at', '<=', page.now.getTime())
        .andWhere(stale =>
          stale
            .whereNull('assessed_at')
            .orWhere('assessed_at', '>', latestPresent(page.now).getTime())
            .orWhereRaw('changed_at > assessed_at'),
        )
        .orderBy('id')
        .limit(limit),
  });
}
