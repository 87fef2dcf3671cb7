import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { EntityFacts } from '../../catalog/entityFacts';

/** Writes the catalog facts of a target that is locked. */
export async function saveFacts(
  tx: Knex.Transaction,
  targetId: number,
  facts: Omit<EntityFacts, 'parts' | 'pilots' | 'ref' | 'phase'> & {
    declaredPhase: string | null;
  },
): Promise<void> {
  await tx('target').where('id', targetId).update({
    type: facts.type,
    title: facts.title,
    owner: facts.owner,
    system: facts.system,
    declared_phase: facts.declaredPhase,
    gone_at: null,
  });
}

/** Writes what a Pilot is implemented by, making rows for targets that are new. */
export async function saveParts(
  tx: Knex.Transaction,
  pilotId: number,
  parts: readonly string[],
): Promise<void> {
  await tx('target_part').where('pilot_id', pilotId).delete();
  if (parts.length === 0) {
    return;
  }
  await tx('target')
    .insert(
      [...parts].sort().map(ref => ({ ref, kind: parseEntityRef(ref).kind })),
    )
    .onConflict('ref')
    .ignore();
  const rows = await tx('target')
    .whereIn('ref', [...parts])
    .select('id');
  await tx('target_part').insert(
    rows.map(row => ({ pilot_id: pilotId, part_id: row.id })),
  );
}
