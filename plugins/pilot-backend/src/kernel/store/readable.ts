import { Knex } from 'knex';

/** A row that was left out because it cannot be read. */
export interface LeftOut {
  readonly table: string;
  /** Key of the row in its table. */
  readonly key: string;
  readonly error: Error;
}

/** Listeners for rows that are left out, by the database of the rows. */
const listeners = new WeakMap<object, (row: LeftOut) => void>();

/** Lets somebody hear of the rows of a database that are left out. */
export function onLeftOut(knex: Knex, listener: (row: LeftOut) => void): void {
  listeners.set(knex.client.config, listener);
}

/**
 * Reads rows and leaves out those that cannot be read: they are reported, and
 * one of them never costs the others.
 */
export function readable<Row extends object, T>(
  db: Knex,
  table: string,
  rows: readonly Row[],
  read: (row: Row) => T,
): T[] {
  const result: T[] = [];
  for (const row of rows) {
    try {
      result.push(read(row));
    } catch (error) {
      leaveOut(db, table, row, error as Error);
    }
  }
  return result;
}

/** Reports a row that is left out. */
export function leaveOut(
  db: Knex,
  table: string,
  row: object,
  error: Error,
): void {
  listeners.get(db.client.config)?.({ table, key: keyOf(row), error });
}

/**
 * A whole page of what can be read: where a row is left out, the next one takes
 * its place, so that a short page is the last one.
 */
export async function readablePage<Row extends object, T>(
  db: Knex,
  table: string,
  page: {
    readonly limit: number;
    /** The rows after a row, or the first ones. */
    readonly rows: (after: Row | undefined, limit: number) => Promise<Row[]>;
    readonly read: (row: Row) => T;
  },
): Promise<T[]> {
  const found: T[] = [];
  for (let after: Row | undefined; ; ) {
    const wanted = page.limit - found.length;
    const rows = await page.rows(after, wanted);
    found.push(...readable(db, table, rows, page.read));
    after = rows.at(-1);
    if (rows.length < wanted || found.length >= page.limit) {
      return found;
    }
  }
}

function keyOf(row: object): string {
  const { id, seq, target_id, check_id, team, quarter, fingerprint } =
    row as Record<string, unknown>;
  return String(
    id ??
      seq ??
      [target_id, check_id, team, quarter, fingerprint]
        .filter(part => part !== undefined)
        .join('/'),
  );
}
