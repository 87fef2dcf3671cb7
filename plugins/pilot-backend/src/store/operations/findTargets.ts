import { Knex } from 'knex';
import { StoredTarget, TargetRow, toTarget } from '../rows';

/** One target, or nothing when nobody ever asked about it. */
export async function findTarget(
  db: Knex,
  ref: string,
): Promise<StoredTarget | undefined> {
  const row = await db<TargetRow>('target').where({ ref }).first();
  return row && toTarget(row);
}

/** Those of the refs that the catalog no longer knows. */
export async function goneAmong(
  db: Knex,
  refs: readonly string[],
): Promise<ReadonlySet<string>> {
  if (refs.length === 0) {
    return new Set();
  }
  const rows = await db<TargetRow>('target')
    .whereIn('ref', [...refs])
    .whereNotNull('gone_at')
    .select('ref');
  return new Set(rows.map(row => row.ref));
}

/** A page of all targets in the order of their ids, for passes over everything. */
export async function pageTargets(
  db: Knex,
  options: { after: number; limit: number; kind?: string },
): Promise<StoredTarget[]> {
  const query = db<TargetRow>('target')
    .where('id', '>', options.after)
    .orderBy('id')
    .limit(options.limit);
  if (options.kind) {
    query.andWhere({ kind: options.kind });
  }
  return (await query).map(toTarget);
}

/** The refs that a Pilot is implemented by now, in order. */
export async function partsOf(db: Knex, pilotId: number): Promise<string[]> {
  const rows = await db('target_part')
    .join('target', 'target.id', 'target_part.part_id')
    .where('target_part.pilot_id', pilotId)
    .select('target.ref as ref');
  return rows.map(row => row.ref).sort();
}

/** The refs of the Pilots that a target implements now, in order. */
export async function pilotsOf(db: Knex, partId: number): Promise<string[]> {
  const rows = await db('target_part')
    .join('target', 'target.id', 'target_part.pilot_id')
    .where('target_part.part_id', partId)
    .select('target.ref as ref');
  return rows.map(row => row.ref).sort();
}
