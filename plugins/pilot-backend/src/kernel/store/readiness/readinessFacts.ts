import { Knex } from 'knex';
import { readable } from '../readable';
import { FactsRow, StoredFacts, toFacts, toFactsRow } from './readinessRows';

/** Reads the last answers of the automatic sources, by target. */
export async function factsOf(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StoredFacts>> {
  const rows = await db<FactsRow>('readiness_fact').whereIn('target_id', [
    ...targetIds,
  ]);
  return new Map(
    readable(db, 'readiness_fact', rows, row => [
      Number(row.target_id),
      toFacts(row),
    ]),
  );
}

/** Writes what the automatic sources say of a target now. */
export async function saveReadinessFacts(
  tx: Knex.Transaction,
  targetId: number,
  facts: StoredFacts,
): Promise<void> {
  await tx<FactsRow>('readiness_fact')
    .insert(toFactsRow(targetId, facts))
    .onConflict('target_id')
    .merge();
}

/**
 * Notes that the sources said the same again, of those of which nobody wrote
 * anything else meanwhile.
 */
export async function touchFacts(
  db: Knex,
  targets: ReadonlyArray<{ readonly id: number; readonly before: Date }>,
  now: Date,
): Promise<void> {
  const latest = Math.max(0, ...targets.map(({ before }) => before.getTime()));
  await db<FactsRow>('readiness_fact')
    .whereIn(
      'target_id',
      targets.map(({ id }) => id),
    )
    .andWhere('collected_at', '<=', latest)
    .update({ collected_at: now.getTime() });
}
