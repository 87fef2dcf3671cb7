import { Knex } from 'knex';
import { objectOf, textOf } from '../columns';
import { readable } from '../readable';
import { linesOfTargets } from './readLines';
import { mergedIds } from '../merges/mergedTargets';
import { TargetRow } from '../targets/targetRows';

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
  const rows: Array<
    { seq: number | string; payload: string } & Pick<TargetRow, 'ref'>
  > = await linesOfTargets(db, former, ['removed'])
    .join('target', 'target.id', 'interest_log.target_id')
    .orderBy('interest_log.seq')
    .select('interest_log.seq', 'interest_log.payload', 'target.ref');
  readable(db, 'interest_log', rows, ({ payload, ref }) => {
    const id = textOf(objectOf(payload, 'payload').id, 'payload.id');
    if (wanted.has(id)) {
      result.set(id, [...(result.get(id) ?? []), ref]);
    }
  });
  return result;
}
