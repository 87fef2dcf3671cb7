import { Knex } from 'knex';
import { FactsRow, StoredFacts, toFacts, toFactsRow } from '../readinessRows';

/** What the automatic sources last said of targets, by target. */
export async function factsOf(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StoredFacts>> {
  const rows = await db<FactsRow>('readiness_fact').whereIn('target_id', [
    ...targetIds,
  ]);
  return new Map(rows.map(row => [Number(row.target_id), toFacts(row)]));
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
