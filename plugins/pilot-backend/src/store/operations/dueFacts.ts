import { Knex } from 'knex';
import { FactsRow } from '../readinessRows';
import { StoredTarget, TargetRow, toTarget } from '../rows';

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
  const rows: TargetRow[] = await collectable(db)
    .leftJoin('readiness_fact', 'readiness_fact.target_id', 'target.id')
    .whereNull('readiness_fact.target_id')
    .andWhere('target.id', '>', page.after)
    .orderBy('target.id')
    .limit(page.limit)
    .select('target.*');
  return rows.map(toTarget);
}

/** A page of targets that were asked other checks than those in force. */
export async function otherwiseCollected(
  db: Knex,
  checks: string,
  page: { readonly after: number; readonly limit: number },
): Promise<StoredTarget[]> {
  const rows: TargetRow[] = await collectable(db)
    .join('readiness_fact', 'readiness_fact.target_id', 'target.id')
    .whereNot('readiness_fact.checks', checks)
    .andWhere('target.id', '>', page.after)
    .orderBy('target.id')
    .limit(page.limit)
    .select('target.*');
  return rows.map(toTarget);
}

/** A page of targets whose sources were asked long ago, the oldest first. */
export async function longAgoCollected(
  db: Knex,
  before: Date,
  page: { readonly after?: DueTarget; readonly limit: number },
): Promise<DueTarget[]> {
  const { after } = page;
  const query = collectable(db)
    .join('readiness_fact', 'readiness_fact.target_id', 'target.id')
    .where('readiness_fact.collected_at', '<=', before.getTime())
    .orderBy(['readiness_fact.collected_at', 'readiness_fact.target_id'])
    .limit(page.limit)
    .select('target.*', 'readiness_fact.collected_at as collected_at');
  if (after) {
    query.andWhereRaw('(readiness_fact.collected_at, target.id) > (?, ?)', [
      after.collectedAt.getTime(),
      after.target.id,
    ]);
  }
  const rows: Array<TargetRow & Pick<FactsRow, 'collected_at'>> = await query;
  return rows.map(row => ({
    target: toTarget(row),
    collectedAt: new Date(Number(row.collected_at)),
  }));
}
