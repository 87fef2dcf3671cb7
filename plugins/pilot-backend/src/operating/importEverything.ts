import { ConflictError, InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { replayReadable } from './replayState';
import { saveState } from './saveState';
import {
  continueNumbers,
  insertAll,
  lockTables,
} from '../kernel/store/dialect';
import { Clock } from '../kernel/clock/Clock';
import { datedWrite } from '../kernel/store/datedWrite';
import { beginFeedAnew } from '../kernel/store/feed/feedCounter';
import {
  isImported,
  saveImported,
} from '../kernel/store/upkeep/finishedPasses';
import { FileLine, FileSummary } from './EverythingFile';
import { lastMigration } from './everythingLines';
import { KeptTable, keptTables } from './keptTables';
import { FileRow, RowReader } from './RowReader';
import { saidTables, saysNothing } from './saysNothing';

const batch = 500;

/** Tables in the order in which writers lock them. */
const locked = [
  'target',
  ...keptTables.map(({ table }) => table).filter(each => each !== 'target'),
  ...['target_part', 'team_demand', 'demand_day', 'feed_pending', 'feed'],
  'upkeep',
];

/**
 * Makes sure that a file fits into a database, before anything is written.
 *
 * @throws InputError for a file of a later release
 */
export async function fitTester(
  db: Knex,
): Promise<(line: FileLine) => FileLine> {
  const readers = new Map<string, RowReader>();
  for (const kept of keptTables) {
    readers.set(kept.table, await RowReader.of(db, kept));
  }
  return line => {
    const reader = readers.get(line.table);
    const unknown = reader
      ? Object.keys(line.row).find(column => !reader.has(column))
      : '';
    if (!reader || unknown) {
      throw new InputError(
        `This release does not know ${[line.table, unknown]
          .filter(Boolean)
          .join(
            '.',
          )}: the file is of a later one. Update this portal first; nothing was imported`,
      );
    }
    return line;
  };
}

/**
 * Puts a file into a database in which nobody has said anything yet, in one
 * transaction: all of it or nothing. What people see of the catalog is replaced;
 * the present state is replayed from the logs, and sums are left to be computed.
 *
 * @returns whether it was there already, whatever was written since
 * @throws ConflictError where the database is not empty
 */
export async function importEverything(
  knex: Knex,
  file: {
    readonly summary: FileSummary;
    readonly lines: AsyncIterable<FileLine>;
  },
  clock: Clock,
): Promise<{ readonly unchanged: boolean }> {
  const { sha256, head } = file.summary;
  return datedWrite(knex, clock, async (tx, now) => {
    await lockTables(tx, locked);
    if (await isImported(tx, sha256)) {
      return { unchanged: true };
    }
    const here = await lastMigration(tx);
    if (here && head.migration > here) {
      throw new InputError(
        `The file is of a later release: its tables are those of ${head.migration}, the ones here of ${here}. Update this portal first; nothing was imported`,
      );
    }
    await requireEmpty(tx);
    await clear(tx);
    await load(tx, file.lines);
    for (const { table, key, numbered } of keptTables) {
      if (numbered) {
        await continueNumbers(tx, table, key[0]);
      }
    }
    await beginFeedAnew(tx, randomUUID());
    await saveImported(tx, sha256, now);
    return { unchanged: false };
  });
}

async function requireEmpty(tx: Knex.Transaction): Promise<void> {
  const said: string[] = [];
  for (const table of saidTables) {
    if (!(await saysNothing(tx, table))) {
      said.push(table);
    }
  }
  if (said.length > 0) {
    throw new ConflictError(
      `Everything goes into an empty database alone, and this one holds what was said here already (in ${said.join(
        ', ',
      )}); nothing was imported`,
    );
  }
}

async function clear(tx: Knex.Transaction): Promise<void> {
  for (const table of ['target_part', 'team_demand', 'demand_day', 'upkeep']) {
    await tx(table).delete();
  }
  for (const { table, where, only } of keptTables) {
    // Of an interest the file has a part, but here is none.
    await (where && !only ? where(tx(table)) : tx(table)).delete();
  }
}

/** Rows of one table after the other; those of interests need the log. */
async function load(
  tx: Knex.Transaction,
  lines: AsyncIterable<FileLine>,
): Promise<void> {
  const tables = new Map(keptTables.map(kept => [kept.table, kept]));
  let isReplayed = false;
  const write = async (table: string, rows: readonly FileRow[]) => {
    const kept = tables.get(table)!;
    if (!kept.only) {
      await insertAll(tx, table, rows);
      return;
    }
    if (!isReplayed) {
      await replayAll(tx);
      isReplayed = true;
    }
    await complete(tx, kept, rows);
  };
  let current = '';
  let rows: FileRow[] = [];
  for await (const { table, row } of lines) {
    if (table !== current || rows.length === batch) {
      if (rows.length > 0) {
        await write(current, rows);
      }
      current = table;
      rows = [];
    }
    rows.push(row);
  }
  if (rows.length > 0) {
    await write(current, rows);
  }
  if (!isReplayed) {
    await replayAll(tx);
  }
}

async function complete(
  tx: Knex.Transaction,
  { table, key }: KeptTable,
  rows: readonly FileRow[],
): Promise<void> {
  for (const row of rows) {
    const which = Object.fromEntries(key.map(column => [column, row[column]]));
    await tx(table).where(which).update(row);
  }
}

/** Replays every target's log into its present state. */
async function replayAll(tx: Knex.Transaction): Promise<void> {
  for (let after = 0; ; ) {
    const targets: Array<{ id: number | string; ref: string }> = await tx(
      'target',
    )
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .select('id', 'ref');
    for (const { id, ref } of targets) {
      const state = await replayReadable(tx, Number(id));
      await saveState(tx, { id: Number(id), ref }, state);
    }
    if (targets.length < batch) {
      return;
    }
    after = Number(targets.at(-1)!.id);
  }
}
