import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { giveWay } from '../cost/giveWay';
import { ClockReading } from '../clock/Clock';

export function isSqlite(knex: Knex): boolean {
  return knex.client.config.client.includes('sqlite');
}

/**
 * Makes SQLite append to a log instead of rewriting pages in place: a
 * recording costs about a quarter of the time, and readers do not wait.
 */
export async function tuneConnection(knex: Knex): Promise<void> {
  if (isSqlite(knex)) {
    await knex.raw('PRAGMA journal_mode = WAL');
  }
}

/**
 * One transaction.
 *
 * @throws ServiceUnavailableError when others hold its rows for too long
 * @throws ConflictError when a key is taken by a row that was not seen
 */
export async function inTransaction<T>(
  knex: Knex,
  write: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await knex.transaction(write);
  } catch (error) {
    // PostgreSQL's lock_not_available; SQLite makes writers wait their turn.
    if ((error as { code?: unknown }).code === '55P03') {
      throw new ServiceUnavailableError(
        'Others are writing the same for longer than five seconds; try again',
      );
    }
    if (isTaken(error)) {
      throw new ConflictError(
        'Somebody wrote the same at this moment, or what stands in its place cannot be read; try again',
      );
    }
    throw error;
  }
}

/**
 * Reads as of one instant: nothing that is written meanwhile. SQLite, which has
 * one connection, makes writers wait for the end of it.
 */
export async function inSnapshot<T>(
  knex: Knex,
  read: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return isSqlite(knex)
    ? knex.transaction(read)
    : knex.transaction(read, {
        isolationLevel: 'repeatable read',
        readOnly: true,
      });
}

/**
 * Keeps everybody else from writing to tables until the commit; readers go on.
 * The tables are locked in the order given, as writers take them.
 */
export async function lockTables(
  tx: Knex.Transaction,
  tables: readonly string[],
): Promise<void> {
  if (!isSqlite(tx)) {
    await beginWrite(tx);
    const list = tables.map(() => '??').join(', ');
    await tx.raw(`LOCK TABLE ${list} IN EXCLUSIVE MODE`, [...tables]);
  }
}

/** Lets generated numbers go on after those that rows were inserted with. */
export async function continueNumbers(
  tx: Knex.Transaction,
  table: string,
  column: string,
): Promise<void> {
  if (!isSqlite(tx)) {
    await tx.raw(
      `SELECT setval(pg_get_serial_sequence(?::text, ?::text), greatest(max(??), 1), max(??) IS NOT NULL) FROM ??`,
      [table, column, column, column, table],
    );
  }
}

/** Returns whether a unique key was taken by a row that was not seen. */
function isTaken(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE';
}

const milliseconds =
  'CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS double precision) AS at';

/**
 * Begins a write: one that cannot have its rows within five seconds gives up with
 * an error. The same statement reads the database's clock; that of SQLite is the
 * process's own.
 */
export async function beginWrite(
  tx: Knex.Transaction,
): Promise<ClockReading | undefined> {
  return askForTime(
    tx,
    `SELECT set_config('lock_timeout', '5s', true), ${milliseconds}`,
  );
}

/** Reads the database's clock; nothing where it has none of its own. */
export async function readClock(db: Knex): Promise<ClockReading | undefined> {
  return askForTime(db, `SELECT ${milliseconds}`);
}

async function askForTime(
  db: Knex,
  statement: string,
): Promise<ClockReading | undefined> {
  if (isSqlite(db)) {
    return undefined;
  }
  const sent = performance.now();
  const { rows } = await db.raw(statement);
  return { at: rows[0].at, sent, received: performance.now() };
}

/**
 * `FOR UPDATE` where the database knows it. SQLite has one writer at a time,
 * and every transaction of ours begins with a write.
 */
export function forUpdate<T extends Knex.QueryBuilder>(
  tx: Knex.Transaction,
  query: T,
): T {
  return isSqlite(tx) ? query : (query.forUpdate() as T);
}

/**
 * A column as an order by code units, on every database and under every
 * collation the same as JavaScript's.
 */
export function byCodeUnits(knex: Knex, column: string): Knex.Raw {
  return knex.raw(isSqlite(knex) ? '??' : '?? COLLATE "C"', [column]);
}

/** Rows of one insert: SQLite takes at most 500, and about half a millisecond for some rows. */
const insertedAtOnce = 100;

/** Inserts any number of rows. */
export async function insertAll(
  tx: Knex.Transaction,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += insertedAtOnce) {
    await giveWay();
    await tx(table).insert(rows.slice(i, i + insertedAtOnce));
  }
}
