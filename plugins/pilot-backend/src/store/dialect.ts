import { Knex } from 'knex';

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

/** A writer that cannot have its rows within five seconds gives up with an error. */
export async function limitLockWait(tx: Knex.Transaction): Promise<void> {
  if (!isSqlite(tx)) {
    await tx.raw(`SET LOCAL lock_timeout = '5s'`);
  }
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
