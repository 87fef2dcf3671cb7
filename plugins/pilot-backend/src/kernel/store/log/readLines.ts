import { Knex } from 'knex';

/**
 * The lines of some types in the logs of some targets; to be ordered and selected
 * from.
 *
 * Read by the targets, whatever the database thinks: without statistics SQLite
 * takes the index of types from three targets on, and reads all lines of a type
 * for a few. It cannot where the type is a value that it has to compute.
 */
export function linesOfTargets<Row extends {} = any>(
  db: Knex,
  targetIds: readonly number[],
  types: readonly string[],
): Knex.QueryBuilder<Row, any> {
  const marks = types.map(() => '?').join(', ');
  return db<Row>('interest_log')
    .whereIn('interest_log.target_id', [...targetIds])
    .whereRaw(`interest_log.type || '' in (${marks})`, [...types]);
}
