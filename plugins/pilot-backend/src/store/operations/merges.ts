import { Knex } from 'knex';
import { StoredTarget, TargetRow, toTarget } from '../rows';

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
 * Where the interest of a target is now: the target itself, or what it was
 * merged into, however often that was merged further.
 */
export async function survivorOf(
  db: Knex,
  target: StoredTarget,
): Promise<StoredTarget> {
  let current = target;
  while (current.mergedInto !== null) {
    const row = await db<TargetRow>('target')
      .where('id', current.mergedInto)
      .first();
    current = toTarget(row!);
  }
  return current;
}

/** The ids of everything that was ever merged into targets, through others too. */
export async function mergedIds(
  db: Knex,
  intoIds: readonly number[],
): Promise<number[]> {
  const found: number[] = [];
  for (let next = [...intoIds]; next.length > 0; ) {
    const rows = await db<TargetRow>('target')
      .whereIn('merged_into', next.slice(0, 500))
      .select('id');
    const ids = rows.map(({ id }) => Number(id));
    found.push(...ids);
    next = [...next.slice(500), ...ids];
  }
  return found;
}
