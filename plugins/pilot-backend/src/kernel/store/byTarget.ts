import { Knex } from 'knex';
import { readable } from './readable';

/** Reads rows and groups them by target, without those that cannot be read. */
export function byTarget<Row extends { target_id: number | string }, T>(
  db: Knex,
  table: string,
  rows: readonly Row[],
  to: (row: Row) => T,
): Map<number, T[]> {
  const result = new Map<number, T[]>();
  readable(db, table, rows, row => {
    const said = to(row);
    const id = Number(row.target_id);
    const own = result.get(id) ?? [];
    own.push(said);
    result.set(id, own);
  });
  return result;
}
