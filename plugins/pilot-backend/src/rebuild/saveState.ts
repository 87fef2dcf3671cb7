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
  await saveNamed(tx, target.id, namedPilots);
  if (parts) {
    await saveParts(tx, target, parts);
  }
}

/** When an author was last reminded, no log says: that stays. */
async function replaceInterests(
  tx: Knex.Transaction,
  targetId: number,
  { interests }: ReplayedState,
): Promise<void> {
  const reminded = new Map<string, unknown>();
  const old = tx('interest').where('target_id', targetId);
  for (const row of await old.clone().select('id', 'reminded_at')) {
    reminded.set(row.id, row.reminded_at);
  }
  await old.delete();
  for (let i = 0; i < interests.length; i += 500) {
    const ids = interests.slice(i, i + 500).map(({ id }) => id);
    await tx('interest').whereIn('id', ids).delete();
  }
  await insertAll(
    tx,
    'interest',
    interests.map(interest => ({
      ...toInterestRow(targetId, interest),
      reminded_at: reminded.get(interest.id) ?? null,
    })),
  );
}
