import { Knex } from 'knex';

/** Tables in which something stands once somebody has said something. */
export const saidTables: readonly string[] = [
  ...['interest', 'interest_log', 'attestation', 'waiver', 'check_result'],
  ...['proposal', 'satisfaction', 'dismissal', 'outside_count'],
  ...['waiting_line', 'erasure', 'moved_ref'],
];

/** Actor that the log names for what the catalog says. */
const catalog = 'plugin:catalog';

/** True where a table holds nothing that anybody said; what the catalog told is nothing. */
export async function saysNothing(db: Knex, table: string): Promise<boolean> {
  const rows = db(table);
  const found = await (table === 'interest_log'
    ? rows.whereNot('actor', catalog)
    : rows
  ).first(db.raw('1 as one'));
  return found === undefined;
}
