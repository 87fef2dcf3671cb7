import { Knex } from 'knex';
import { UnreadableRowError } from '../UnreadableRowError';
import { TargetRow, StoredTarget, toTarget } from '../targets/targetRows';

/** Notes that all interest of a locked target went to another one. */
export async function saveMerged(
  tx: Knex.Transaction,
  fromId: number,
  intoId: number,
): Promise<void> {
  await tx<TargetRow>('target')
    .where('id', fromId)
    .update({ merged_into: intoId });
}

/**
 * Finds the target that holds a target's interest now: the target itself, or
 * what it was merged into, however often that was merged further.
 *
 * @throws UnreadableRowError where that leads nowhere, or in a circle
 */
export async function survivorOf(
  db: Knex,
  target: StoredTarget,
): Promise<StoredTarget> {
  let current = target;
  const seen = new Set([target.id]);
  while (current.mergedInto !== null) {
    const row = await db<TargetRow>('target')
      .where('id', current.mergedInto)
      .first();
    if (!row || seen.has(current.mergedInto)) {
      throw new UnreadableRowError('merged_into', 'leads nowhere');
    }
    seen.add(current.mergedInto);
    current = toTarget(row);
  }
  return current;
}

/** The ids of everything that was ever merged into targets, through others too. */
export async function mergedIds(
  db: Knex,
  intoIds: readonly number[],
): Promise<number[]> {
  const found = new Set<number>();
  for (let next = [...intoIds]; next.length > 0; ) {
    const rows = await db<TargetRow>('target')
      .whereIn('merged_into', next.slice(0, 500))
      .select('id');
    const ids = rows
      .map(({ id }) => Number(id))
      .filter(id => !found.has(id) && !intoIds.includes(id));
    ids.forEach(id => found.add(id));
    next = [...next.slice(500), ...ids];
  }
  return [...found];
}

/** The instants at which a merge, or another name of a team or person, brought interest together. */
export async function joinedAt(
  db: Knex,
  targetId: number,
): Promise<ReadonlySet<number>> {
  const rows: Array<{ at: number | string }> = await db('interest_log')
    .where('target_id', targetId)
    .whereIn('type', ['mergedFrom', 'moved'])
    .select('at');
  return new Set(rows.map(({ at }) => Number(at)));
}
