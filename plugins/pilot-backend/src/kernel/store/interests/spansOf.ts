import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';

/** Keys of rows: those from one up to another. */
export interface Span {
  readonly from: number;
  readonly upTo: number;
}

/**
 * A table by one of its keys, some of them at a time, and others have their turn
 * between them. Each span begins with a key that is there: keys may lie far apart.
 */
export async function* spansOf(
  db: Knex,
  table: string,
  { key, atOnce }: { readonly key: string; readonly atOnce: number },
): AsyncGenerator<Span> {
  for (let after = 0; ; ) {
    await giveWay();
    // SQLite would look through the whole table for the least of them.
    const next = await db(table).where(key, '>', after).orderBy(key).first(key);
    if (!next) {
      return;
    }
    const from = Number(next[key]);
    const upTo = from + atOnce - 1;
    yield { from, upTo };
    after = upTo;
  }
}
