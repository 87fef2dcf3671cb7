import { Knex } from 'knex';
import { FactsRow } from './readinessRows';
import { timeOf } from '../columns';
import { readablePage } from '../readable';
import { TargetRow, StoredTarget, toTarget } from '../targets/targetRows';

/** A target whose sources are to be asked, and when they last were. */
export interface DueTarget {
  readonly target: StoredTarget;
  readonly collectedAt: Date;
}

/** Those that are there. */
function collectable(db: Knex): Knex.QueryBuilder {
  return db('target').whereNull('target.gone_at');
}

/** A page of targets whose sources were never asked. */
export async function neverCollected(
  db: Knex,
  page: { readonly after: number; readonly limit: number },
): Promise<StoredTarget[]> {
  return readablePage<TargetRow, StoredTarget>(db, 'target', {
    limit: page.limit,
    read: toTarget,
    rows: async (last, limit) =>
      collectable(db)
        .leftJoin('readiness_fact', 'readiness_fact.target_id', 'target.id')
        .whereNull('readiness_fact.target_id')
        .andWhere('target.id', '>', last?.id ?? page.after)
        .orderBy('target.id')
        .limit(limit)
        .select('target.*'),
  });
}

/** A page of targets that were asked other checks than those in force. */
export async function otherwiseCollected(
  db: Knex,
  checks: string,
  page: { readonly after: number; readonly limit: number },
): Promise<StoredTarget[]> {
  return readablePage<TargetRow, StoredTarget>(db, 'target', {
    limit: page.limit,
    read: toTarget,
    rows: async (last, limit) =>
      collectable(db)
        .join('readiness_fact', 'readiness_fact.target_id', 'target.id')
        .whereNot('readiness_fact.checks', checks)
        .andWhere('target.id', '>', last?.id ?? page.after)
        .orderBy('target.id')
        .limit(limit)
        .select('target.*'),
  });
}

/**
 * A page of targets whose sources were asked long ago, the oldest first; at last
 * those of which it cannot be true when.
 */
export async function longAgoCollected(
  db: Knex,
  times: { readonly before: Date; readonly latest: Date },
  page: { readonly after?: DueTarget; readonly limit: number },
): Promise<DueTarget[]> {
  type Row = TargetRow & Pick<FactsRow, 'collected_at'>;
  return readablePage<Row, DueTarget>(db, 'target', {
    limit: page.limit,
    read: row => ({
      target: toTarget(row),
      collectedAt: timeOf(row.collected_at, 'collected_at'),
    }),
    rows: async (last, limit) => {
      const query = collectable(db)
        .join('readiness_fact', 'readiness_fact.target_id', 'target.id')
        .where(due =>
          due
            .where('readiness_fact.collected_at', '<=', times.before.getTime())
            .orWhere(
              'readiness_fact.collected_at',
              '>',
              times.latest.getTime(),
            ),
        )
        .orderBy(['readiness_fact.collected_at', 'readiness_fact.target_id'])
        .limit(limit)
        .select('target.*', 'readiness_fact.collected_at as collected_at');
      const after = last
        ? [Number(last.collected_at), Number(last.id)]
        : page.after && [
            page.after.collectedAt.getTime(),
            page.after.target.id,
          ];
      if (after) {
        query.andWhereRaw(
          '(readiness_fact.collected_at, target.id) > (?, ?)',
          after,
        );
      }
      return query;
    },
  });
}
