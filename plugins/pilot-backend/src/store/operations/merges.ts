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

/** The ids of everything that was ever merged into a target, through others too. */
export async function mergedIds(db: Knex, intoId: number): Promise<number[]> {
  const found: number[] = [];
  for (let next = [intoId]; next.length > 0; ) {
    const rows = await db<TargetRow>('target')
      .whereIn('merged_into', next)
      .select('id');
    next = rows.map(({ id }) => Number(id));
    found.push(...next);
  }
  return found;
}
