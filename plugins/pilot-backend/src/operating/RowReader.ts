import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { byCodeUnits } from '../kernel/store/dialect';
import { KeptTable } from './keptTables';

/** A row as the file has it: the same from every database. */
export type FileRow = Readonly<Record<string, unknown>>;

const pageSize = 1000;

/** Reads the rows of a kept table as the file has them. */
export class RowReader {
  readonly #kept: KeptTable;
  /** Type of each kept column, by its name, in the order of the names. */
  readonly #types: ReadonlyMap<string, string>;

  private constructor(kept: KeptTable, types: ReadonlyMap<string, string>) {
    this.#kept = kept;
    this.#types = types;
  }

  /** The columns are those that the database has. */
  static async of(db: Knex, kept: KeptTable): Promise<RowReader> {
    const info: Record<string, { type: string }> = await db(
      kept.table,
    ).columnInfo();
    const names = Object.keys(info)
      .filter(name => kept.only?.includes(name) ?? true)
      .filter(name => !kept.without?.includes(name))
      .sort();
    return new RowReader(
      kept,
      new Map(names.map(name => [name, info[name].type] as const)),
    );
  }

  /** Returns whether the table has a column that is kept. */
  has(column: string): boolean {
    return this.#types.has(column);
  }

  /**
   * All rows in the order of the key, a page at a time. Where few of the rows are
   * kept, a page is what is kept of as many: a statement that looks for enough of
   * them would go through the whole table.
   */
  async *pages(db: Knex): AsyncGenerator<FileRow[]> {
    const { table, key, where } = this.#kept;
    const order = key.map(column => this.#ordered(db, column));
    const list = key.map(() => '?').join(', ');
    const places = (row: FileRow) => [
      ...order,
      ...key.map(column => row[column] as string | number),
    ];
    for (let after: FileRow | undefined; ; ) {
      await giveWay();
      const rest = db(table).orderByRaw(list, order);
      if (after) {
        rest.whereRaw(`(${list}) > (${list})`, places(after));
      }
      const query = rest.clone().select([...this.#types.keys()]);
      let last: FileRow | undefined;
      if (where) {
        last = await rest
          .select([...key])
          .offset(pageSize - 1)
          .first();
        where(query);
        if (last) {
          query.whereRaw(`(${list}) <= (${list})`, places(last));
        }
      } else {
        query.limit(pageSize);
      }
      const found: FileRow[] = await query;
      const rows = found.map(row => this.#read(row));
      if (rows.length > 0) {
        yield rows;
      }
      after = where ? last : rows[pageSize - 1];
      if (!after) {
        return;
      }
    }
  }

  /** Ids are of letters and digits that every collation sorts alike, and have an index. */
  #ordered(db: Knex, column: string): Knex.Raw {
    const isText = /char|text/.test(this.#types.get(column)!);
    return isText && column !== 'id'
      ? byCodeUnits(db, column)
      : db.raw('??', [column]);
  }

  #read(row: FileRow): FileRow {
    return Object.fromEntries(
      [...this.#types].map(([name, type]) => [name, valueOf(row[name], type)]),
    );
  }
}

/** PostgreSQL hands out bigints as texts, SQLite booleans as numbers. */
function valueOf(value: unknown, type: string): unknown {
  if (value === null) {
    return null;
  }
  if (/bool/.test(type)) {
    return Boolean(value);
  }
  return /int|double|float|real/.test(type) ? Number(value) : value;
}
