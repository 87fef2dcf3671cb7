import { Knex } from 'knex';
import { insertAll } from '../dialect';
import { NewLogEntry, toLogRow } from './logRows';

/** Appends to a target's log and moves the target's latest time along. */
export async function appendLog(
  tx: Knex.Transaction,
  targetId: number,
  entries: readonly NewLogEntry[],
  recordedAt: Date,
): Promise<void> {
  if (entries.length === 0) {
    return;
  }
  await appendLines(tx, targetId, entries, recordedAt);
  const latest = Math.max(...entries.map(entry => entry.at.getTime()));
  await tx('target')
    .where('id', targetId)
    .andWhere('last_at', '<', latest)
    .update({ last_at: latest });
}

/** Appends to a target's log, for a write that saves the target's latest time itself. */
export async function appendLines(
  tx: Knex.Transaction,
  targetId: number,
  entries: readonly NewLogEntry[],
  recordedAt: Date,
): Promise<void> {
  await insertAll(
    tx,
    'interest_log',
    entries.map(entry => toLogRow(targetId, entry, recordedAt)),
  );
}
