import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isSqlite } from '../../plugins/pilot-backend/src/kernel/store/dialect';
import { keptOf, policyOf } from './keptOf';
import { World } from './World';

const rowsAtOnce = 5_000;

/** Fills an empty database with everything that the plugin would have kept. */
export async function seed(
  knex: Knex,
  world: World,
  now: Date,
): Promise<Record<string, number>> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@pilot-to-platform/plugin-pilot-backend',
      'migrations',
    ),
  });
  const { since, policy, fingerprint } = policyOf(now);
  await knex('policy').insert({
    since: since.getTime(),
    json: JSON.stringify(policy),
    fingerprint,
  });
  await knex('upkeep').insert({ name: 'sweep', finished_at: now.getTime() });
  const waiting = new Map<string, object[]>();
  const written: Record<string, number> = {};
  const flush = async (atLeast: number) => {
    for (const [table, rows] of waiting) {
      if (rows.length >= atLeast) {
        await insertMany(knex, table, rows);
        written[table] = (written[table] ?? 0) + rows.length;
        waiting.set(table, []);
      }
    }
  };
  for (let index = 0; index < world.targets; index++) {
    for (const [table, rows] of Object.entries(keptOf(world, index, now))) {
      const ofTable = waiting.get(table) ?? [];
      rows.forEach(row => ofTable.push(row));
      waiting.set(table, ofTable);
    }
    if (index % 200 === 0) {
      await flush(rowsAtOnce);
    }
  }
  await flush(1);
  if (!isSqlite(knex)) {
    await knex.raw(`select setval(pg_get_serial_sequence('target', 'id'), ?)`, [
      world.targets,
    ]);
    // What autovacuum would have done long since.
    await knex.raw('vacuum analyze');
  }
  return written;
}

/** Inserts rows that all have the same columns, as quickly as each database can. */
async function insertMany(
  knex: Knex,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const [columns] = rows.map(Object.keys);
  if (!columns) {
    return;
  }
  const names = columns.map(column => `"${column}"`).join(', ');
  if (!isSqlite(knex)) {
    await knex.raw(
      `insert into ?? (${names}) select ${names} from json_populate_recordset(null::??, ?)`,
      [table, table, JSON.stringify(rows)],
    );
    return;
  }
  const places = columns.map(() => '?').join(', ');
  const connection = await knex.client.acquireConnection();
  try {
    const insert = connection.prepare(
      `insert into "${table}" (${names}) values (${places})`,
    );
    connection.transaction(() => {
      for (const row of rows) {
        insert.run(Object.values(row).map(toSqlite));
      }
    })();
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

function toSqlite(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
