import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { Clock } from '../../clock/Clock';
import { datedWrite } from '../datedWrite';
import { insertAll } from '../dialect';
import { TargetRow, StoredTarget } from './targetRows';

const sortNameOf = ({ ref, title }: Pick<StoredTarget, 'ref' | 'title'>) =>
  (title ?? ref.split('/')[1]).toLocaleLowerCase('en-US');

/** Writes the catalog facts of a target that is locked, and that it is there. */
export async function saveFacts(
  tx: Knex.Transaction,
  targetId: number,
  facts: Pick<
    StoredTarget,
    | 'ref'
    | 'type'
    | 'title'
    | 'owner'
    | 'system'
    | 'division'
    | 'fixedPhase'
    | 'namedPilots'
  >,
): Promise<void> {
  await tx('target')
    .where('id', targetId)
    .update({
      namespace: facts.ref.split(/[:/]/)[1],
      sort_name: sortNameOf(facts),
      type: facts.type,
      title: facts.title,
      owner: facts.owner,
      system: facts.system,
      division: facts.division,
      declared_phase: facts.fixedPhase,
      named_pilots: facts.namedPilots.length
        ? JSON.stringify(facts.namedPilots)
        : null,
      missing_since: null,
      gone_at: null,
    });
}

/** Notes that the look through the catalog did not find a target, the first time. */
export async function saveMissing(
  knex: Knex,
  targetId: number,
  clock?: Clock,
): Promise<void> {
  await datedWrite(knex, clock, async (tx, now) => {
    await tx('target')
      .where('id', targetId)
      .update({ missing_since: now.getTime() });
  });
}

/** Notes since when the catalog does not know a target that is locked. */
export async function saveGone(
  tx: Knex.Transaction,
  targetId: number,
  since: Date,
): Promise<void> {
  await tx('target').where('id', targetId).update({ gone_at: since.getTime() });
}

/** Notes the group above a target's owner. */
export async function saveDivision(
  knex: Knex,
  targetId: number,
  division: string | null,
): Promise<void> {
  await knex('target').where('id', targetId).update({ division });
}

/** Writes what a Pilot is implemented by, making rows for targets that are new. */
export async function saveParts(
  tx: Knex.Transaction,
  pilot: Pick<StoredTarget, 'id' | 'ref'>,
  parts: readonly string[],
): Promise<void> {
  await tx('target_part').where('pilot_id', pilot.id).delete();
  const refs = [...parts].sort();
  for (let i = 0; i < refs.length; i += 500) {
    await tx('target')
      .insert(
        refs
          .slice(i, i + 500)
          .map(ref => ({ ref, kind: parseEntityRef(ref).kind })),
      )
      .onConflict('ref')
      .ignore();
  }
  await linkParts(tx, pilot, parts);
}

/** Links a Pilot that has no parts yet to targets that have rows. */
export async function linkParts(
  tx: Knex.Transaction,
  pilot: Pick<StoredTarget, 'id' | 'ref'>,
  parts: readonly string[],
): Promise<void> {
  if (parts.length === 0) {
    return;
  }
  const rows = await tx<TargetRow>('target')
    .whereIn('ref', [...parts])
    .select('id', 'named_pilots');
  await insertAll(
    tx,
    'target_part',
    rows.map(row => ({
      pilot_id: pilot.id,
      part_id: row.id,
      named: (row.named_pilots ?? '').includes(JSON.stringify(pilot.ref)),
    })),
  );
}

/** Writes for which of the Pilots that it implements a part counts by its name. */
export async function saveNamed(
  tx: Knex.Transaction,
  partId: number,
  pilots: readonly string[],
): Promise<void> {
  const named = tx('target')
    .whereIn('ref', [...pilots])
    .select('id');
  await tx('target_part').where('part_id', partId).update({ named: false });
  await tx('target_part')
    .where('part_id', partId)
    .whereIn('pilot_id', named)
    .update({ named: true });
}
