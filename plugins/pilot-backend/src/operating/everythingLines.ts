import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { fileFormat, FileHead } from './EverythingFile';
import { keptTables } from './keptTables';
import { RowReader } from './RowReader';

/**
 * The name of the last migration of a database: the release that its rows are of;
 * an empty text where something else than Knex keeps its tables.
 */
export async function lastMigration(db: Knex): Promise<string> {
  if (!(await db.schema.hasTable('knex_migrations'))) {
    return '';
  }
  const row = await db('knex_migrations').max({ name: 'name' }).first();
  return String(row?.name ?? '');
}

/**
 * Everything that cannot be recomputed, as JSON lines, some hundreds at a time: a
 * head, a line for each row, and an end that says how many there are and what
 * their bytes come to. Two databases that hold the same say the same.
 */
export async function* everythingLines(
  db: Knex,
  /** Hears in the end how many rows there are. */
  counted: (rows: number) => void = () => {},
): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const told = (lines: readonly object[]) => {
    const text = lines.map(line => `${JSON.stringify(line)}\n`).join('');
    digest.update(text);
    return text;
  };
  const head: FileHead = {
    format: fileFormat,
    version: 1,
    migration: await lastMigration(db),
  };
  yield told([head]);
  let rows = 0;
  for (const kept of keptTables) {
    const { table } = kept;
    const reader = await RowReader.of(db, kept);
    for await (const page of reader.pages(db)) {
      rows += page.length;
      yield told(page.map(row => ({ table, row })));
    }
  }
  counted(rows);
  const end = { end: { rows, sha256: digest.digest('hex') } };
  yield `${JSON.stringify(end)}\n`;
}
