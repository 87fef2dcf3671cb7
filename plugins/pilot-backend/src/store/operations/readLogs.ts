import { LogEntry, TargetLog } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { readable } from '../readable';
import {
  KeptLogEntry,
  LogRow,
  logTypes,
  StoredTarget,
  toEngineEntry,
  toLogEntry,
} from '../rows';

/** A target's log as it was appended, in the order of time. */
export async function readLog(
  db: Knex,
  targetId: number,
): Promise<KeptLogEntry[]> {
  const rows = await db<LogRow>('interest_log')
    .where('target_id', targetId)
    .orderBy(['at', 'seq']);
  return readable(db, 'interest_log', rows, toLogEntry);
}

/**
 * The same, or nothing where a line cannot be read or is of a type that only a
 * newer version knows.
 */
export async function readWholeLog(
  db: Knex,
  targetId: number,
): Promise<KeptLogEntry[] | undefined> {
  const rows = await db<LogRow>('interest_log')
    .where('target_id', targetId)
    .orderBy(['at', 'seq']);
  const entries = readable(db, 'interest_log', rows, toLogEntry);
  const isWhole =
    entries.length === rows.length &&
    entries.every(({ type }) => logTypes.includes(type));
  return isWhole ? entries : undefined;
}

/** Whether the catalog ever told who owns a target. */
export async function wasObserved(
  db: Knex,
  targetId: number,
): Promise<boolean> {
  const first = await db('interest_log')
    .where({ target_id: targetId, type: 'owner' })
    .first('seq');
  return first !== undefined;
}

/**
 * Everything that a target's demand at any date depends on: its own log and
 * those of all targets that ever implemented it.
 */
export async function readDemandLogs(
  db: Knex,
  target: Pick<StoredTarget, 'id' | 'ref'>,
): Promise<TargetLog[]> {
  const own = (await readLog(db, target.id)).map(toEngineEntry);
  const parts = new Set(
    own.flatMap(entry =>
      entry.type === 'implementedBy' ? [...entry.parts] : [],
    ),
  );
  const logs: TargetLog[] = [{ target: target.ref, entries: own }];
  if (parts.size === 0) {
    return logs;
  }
  const rows: Array<{ id: number | string; ref: string }> = await db('target')
    .whereIn('ref', [...parts])
    .select('id', 'ref');
  const others = rows.map(({ id, ref }) => ({ id: Number(id), ref }));
  return [...logs, ...(await readLogs(db, others))];
}

/** The logs of some targets, in their order. */
export async function readLogs(
  db: Knex,
  targets: readonly Pick<StoredTarget, 'id' | 'ref'>[],
): Promise<TargetLog[]> {
  const logs = new Map<number, { target: string; entries: LogEntry[] }>(
    targets.map(({ id, ref }) => [id, { target: ref, entries: [] }] as const),
  );
  const rows = await db<LogRow>('interest_log')
    .whereIn('target_id', [...logs.keys()])
    .orderBy(['at', 'seq']);
  readable(db, 'interest_log', rows, row =>
    logs
      .get(Number(row.target_id))!
      .entries.push(toEngineEntry(toLogEntry(row))),
  );
  return [...logs.values()];
}

/** Whether logs have lines of a type that only a newer version knows. */
export async function hasUnknownLines(
  db: Knex,
  logs: readonly TargetLog[],
): Promise<boolean> {
  const refs = logs.map(({ target }) => target);
  const unknown = await db('interest_log')
    .join('target', 'target.id', 'interest_log.target_id')
    .whereIn('target.ref', refs)
    .whereNotIn('interest_log.type', [...logTypes])
    .first('interest_log.seq');
  return unknown !== undefined;
}
