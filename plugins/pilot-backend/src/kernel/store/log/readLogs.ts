import { LogEntry, TargetLog } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { readable } from '../readable';
import { StoredTarget } from '../targets/targetRows';
import {
  LogRow,
  logTypes,
  KeptLogEntry,
  toLogEntry,
  toEngineEntry,
} from './logRows';

/** Lines that one statement reads: the logs of hot targets have many thousands. */
const linesAtOnce = 1000;

/**
 * The lines of some targets in the order of targets and time, a page at a time, so
 * that others have their turn in between. What is appended meanwhile is left out,
 * as an import dates its lines back and would be seen in part.
 */
async function* pagesOfLogs(
  db: Knex,
  targetIds: readonly number[],
): AsyncGenerator<LogRow[]> {
  let ids = [...targetIds].sort((a, b) => a - b);
  let last: LogRow | undefined;
  const newest = await db<LogRow>('interest_log').max({ seq: 'seq' }).first();
  while (ids.length > 0) {
    await giveWay();
    // The rest of one target by itself: only so do both databases find its
    // beginning by the index.
    const query = db<LogRow>('interest_log')
      .whereIn('target_id', last ? ids.slice(0, 1) : ids)
      .andWhere('seq', '<=', newest?.seq ?? 0)
      .orderBy(['target_id', 'at', 'seq'])
      .limit(linesAtOnce);
    if (last) {
      query.whereRaw('(at, seq) > (?, ?)', [last.at, last.seq]);
    }
    const page: LogRow[] = await query;
    yield page;
    if (page.length < linesAtOnce) {
      ids = last ? ids.slice(1) : [];
      last = undefined;
    } else {
      last = page.at(-1)!;
      const current = Number(last.target_id);
      ids = ids.filter(id => id >= current);
    }
  }
}

/** A target's log as it was appended, in the order of time. */
export async function readLog(
  db: Knex,
  targetId: number,
): Promise<KeptLogEntry[]> {
  const log: KeptLogEntry[] = [];
  for await (const rows of pagesOfLogs(db, [targetId])) {
    log.push(...readable(db, 'interest_log', rows, toLogEntry));
  }
  return log;
}

/**
 * The same, or nothing where a line cannot be read or is of a type that only a
 * newer version knows.
 */
export async function readWholeLog(
  db: Knex,
  targetId: number,
): Promise<KeptLogEntry[] | undefined> {
  const log: KeptLogEntry[] = [];
  for await (const rows of pagesOfLogs(db, [targetId])) {
    const entries = readable(db, 'interest_log', rows, toLogEntry);
    const isWhole =
      entries.length === rows.length &&
      entries.every(({ type }) => logTypes.includes(type));
    if (!isWhole) {
      return undefined;
    }
    log.push(...entries);
  }
  return log;
}

/** Returns whether the catalog ever told who owns a target. */
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
  target: TargetKey,
): Promise<TargetLog[]> {
  return (await readEngineLogs(db, target)).logs;
}

/** The same, or nothing where a line is of a type that only a newer version knows. */
export async function readKnownLogs(
  db: Knex,
  target: TargetKey,
): Promise<TargetLog[] | undefined> {
  const { logs, isKnown } = await readEngineLogs(db, target);
  return isKnown ? logs : undefined;
}

type TargetKey = Pick<StoredTarget, 'id' | 'ref'>;

/** Logs in the words of the engine, and whether all of their types are known. */
interface EngineLogs {
  readonly logs: TargetLog[];
  readonly isKnown: boolean;
}

async function readEngineLogs(
  db: Knex,
  target: TargetKey,
): Promise<EngineLogs> {
  const own = await logsOf(db, [target]);
  const parts = new Set(
    own.logs[0].entries.flatMap(entry =>
      entry.type === 'implementedBy' ? [...entry.parts] : [],
    ),
  );
  if (parts.size === 0) {
    return own;
  }
  const rows: Array<{ id: number | string; ref: string }> = await db('target')
    .whereIn('ref', [...parts])
    .select('id', 'ref');
  const others = await logsOf(
    db,
    rows.map(({ id, ref }) => ({ id: Number(id), ref })),
  );
  return {
    logs: [...own.logs, ...others.logs],
    isKnown: own.isKnown && others.isKnown,
  };
}

/** The logs of some targets, in their order. */
export async function readLogs(
  db: Knex,
  targets: readonly TargetKey[],
): Promise<TargetLog[]> {
  return (await logsOf(db, targets)).logs;
}

async function logsOf(
  db: Knex,
  targets: readonly TargetKey[],
): Promise<EngineLogs> {
  const logs = new Map<number, { target: string; entries: LogEntry[] }>(
    targets.map(({ id, ref }) => [id, { target: ref, entries: [] }] as const),
  );
  let isKnown = true;
  for await (const rows of pagesOfLogs(db, [...logs.keys()])) {
    isKnown &&= rows.every(({ type }) => logTypes.includes(type));
    readable(db, 'interest_log', rows, row =>
      logs
        .get(Number(row.target_id))!
        .entries.push(toEngineEntry(toLogEntry(row))),
    );
  }
  return { logs: [...logs.values()], isKnown };
}
