import { Knex } from 'knex';
import { TargetRow } from '../rows';
import { mergedIds } from './merges';

/**
 * The refs that interests were moved away from by merges, the first one first, by
 * the ids of interests that moved.
 *
 * @param targetIds - what the interests are in now
 */
export async function formerTargets(
  db: Knex,
  interestIds: readonly string[],
  targetIds: readonly number[],
): Promise<Map<string, string[]>> {
  const former = await mergedIds(db, targetIds);
  const wanted = new Set(interestIds);
  const result = new Map<string, string[]>();
  if (former.length === 0) {
    return result;
  }
  const rows: Array<{ payload: string } & Pick<TargetRow, 'ref'>> = await db(
    'interest_log',
  )
    .join('target', 'target.id', 'interest_log.target_id')
    .whereIn('interest_log.target_id', former)
    .andWhere('interest_log.type', 'removed')
    .orderBy('interest_log.seq')
    .select('interest_log.payload', 'target.ref');
  for (const { payload, ref } of rows) {
    const { id } = JSON.parse(payload);
    if (wanted.has(id)) {
      result.set(id, [...(result.get(id) ?? []), ref]);
    }
  }
  return result;
}
