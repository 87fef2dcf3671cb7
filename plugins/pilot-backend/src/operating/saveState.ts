import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { insertAll } from '../kernel/store/dialect';
import { saveNamed, saveParts } from '../kernel/store/targets/saveFacts';
import { ReplayedState } from './replayState';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { toInterestRow } from '../kernel/store/interests/interestRows';

/** Interests that one statement removes: six indexes have each of them. */
const atOnce = 100;

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

/**
 * Writes the interests that differ from the log, and no others: to write all of a
 * long log anew holds up the process at the commit. What no log says of an
 * interest, such as when its author was reminded, stays.
 */
async function replaceInterests(
  tx: Knex.Transaction,
  targetId: number,
  { interests }: ReplayedState,
): Promise<void> {
  const wanted = new Map(
    interests.map(interest => [interest.id, toInterestRow(targetId, interest)]),
  );
  const old: Array<{ id: string }> = await tx('interest')
    .where('target_id', targetId)
    .select('id');
  // Some of what the log says may stand in another target.
  const ids = [...new Set([...old, ...interests].map(({ id }) => id))];
  const known = new Map<string, object>();
  for (let i = 0; i < ids.length; i += atOnce) {
    await giveWay();
    const rows: Array<Record<string, unknown>> = await tx('interest')
      .whereIn('id', ids.slice(i, i + atOnce))
      .select('*');
    const wrong = rows.filter(row => {
      const right = wanted.get(row.id as string);
      return !right || !holds(row, right);
    });
    rows
      .filter(row => !wrong.includes(row))
      .forEach(({ id }) => wanted.delete(id as string));
    wrong.forEach(row => known.set(row.id as string, row));
    if (wrong.length > 0) {
      const gone = wrong.map(row => row.id as string);
      await tx('interest').whereIn('id', gone).delete();
    }
  }
  const columns = Object.keys(await tx('interest').columnInfo());
  const nothing = Object.fromEntries(columns.map(name => [name, null]));
  await insertAll(
    tx,
    'interest',
    [...wanted].map(([id, row]) => ({ ...nothing, ...known.get(id), ...row })),
  );
}

/** Tells whether a row has all that is wanted, however its database writes it. */
function holds(row: Record<string, unknown>, wanted: object): boolean {
  return Object.entries(wanted).every(
    ([column, value]) => plain(row[column]) === plain(value),
  );
}

/** SQLite has numbers for booleans, PostgreSQL texts for large numbers. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  return String(typeof value === 'boolean' ? Number(value) : value);
}
