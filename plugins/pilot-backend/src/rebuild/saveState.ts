import { Knex } from 'knex';
import { insertAll } from '../store/dialect';
import { saveNamed, saveParts } from '../store/operations/saveFacts';
import { StoredTarget, toInterestRow } from '../store/rows';
import { ReplayedState } from './replayState';

/**
 * Writes the present state of a locked target as its log says it is: its
 * interests, who owns it, what implements what.
 */
export async function saveState(
  tx: Knex.Transaction,
  target: Pick<StoredTarget, 'id' | 'ref'>,
  state: ReplayedState,
): Promise<void> {
  await replaceInterests(tx, target.id, state);
  const { owner, parts, namedPilots } = state;
  await tx('target')
    .where('id', target.id)
    .update({
      ...(owner !== undefined && { owner }),
      named_pilots: namedPilots.length ? JSON.stringify(namedPilots) : null,
    });
  await replacePhase(tx, target.id, state);
  await saveNamed(tx, target.id, namedPilots);
  if (parts) {
    await saveParts(tx, target, parts);
  }
}

/** Since when it is in a phase that stands already, is known better than from the log. */
async function replacePhase(
  tx: Knex.Transaction,
  targetId: number,
  { phase }: ReplayedState,
): Promise<void> {
  const row = tx('target').where('id', targetId);
  await row.clone().update({
    declared_phase: phase?.fixed ?? null,
    phase_decision: phase?.decision ?? null,
  });
  if (phase?.fixed) {
    await row
      .where(other => other.whereNull('phase').orWhereNot('phase', phase.fixed))
      .update({ phase: phase.fixed, phase_since: phase.since.getTime() });
  }
}

/** What no log says of an interest, such as when its author was reminded, stays. */
async function replaceInterests(
  tx: Knex.Transaction,
  targetId: number,
  { interests }: ReplayedState,
): Promise<void> {
  const known = new Map<string, object>();
  const remove = async (old: Knex.QueryBuilder) => {
    for (const row of await old.clone().select('*')) {
      known.set(row.id, row);
    }
    await old.delete();
  };
  await remove(tx('interest').where('target_id', targetId));
  // Some may stand in another target.
  for (let i = 0; i < interests.length; i += 500) {
    const ids = interests.slice(i, i + 500).map(({ id }) => id);
    await remove(tx('interest').whereIn('id', ids));
  }
  const columns = Object.keys(await tx('interest').columnInfo());
  const nothing = Object.fromEntries(columns.map(name => [name, null]));
  await insertAll(
    tx,
    'interest',
    interests.map(interest => ({
      ...nothing,
      ...known.get(interest.id),
      ...toInterestRow(targetId, interest),
    })),
  );
}
