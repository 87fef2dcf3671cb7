import knexFactory, { Knex } from 'knex';
import { cp, mkdir, rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  RunningBackend,
  startBackend,
} from '../../packages/backend/src/testing';
import { writeCatalogFile } from './catalogFile';
import { ChosenTargets, chosenTargets } from './chosenTargets';
import { seed } from './seed';
import { World, WorldSize } from './World';

const cacheFolder = join(__dirname, '../.cache');

/** A backend on a database full of made-up demand. */
export interface RunningWorld {
  readonly world: World;
  readonly chosen: ChosenTargets;
  readonly backend: RunningBackend;
  /** A second way to the plugin's database. */
  readonly knex: Knex;
}

/** Fills a database, and starts a backend on it that knows the chosen targets. */
export async function startWorld(options: {
  readonly name: string;
  readonly size: WorldSize;
  readonly now: Date;
  readonly folder: string;
  readonly postgres?: string;
  /** The file that starts the backend. */
  readonly entry?: string;
}): Promise<RunningWorld> {
  const { name, size, now, postgres } = options;
  const world = new World(size);
  const chosen = chosenTargets(world);
  const folder = join(options.folder, name);
  await mkdir(folder, { recursive: true });
  const catalogFile = join(folder, 'catalog.yaml');
  await writeCatalogFile(catalogFile, world, chosen.all);

  const prefix = `${name}_`;
  const knex = postgres
    ? await fillPostgres(postgres, `${prefix}pilot`, world, now)
    : await fillSqlite(folder, name, world, now);
  process.env.APP_CONFIG_catalog_locations = JSON.stringify([
    { type: 'file', target: '../../examples/all.yaml' },
    {
      type: 'file',
      target: catalogFile,
      rules: [{ allow: ['Component', 'API', 'Resource', 'Pilot'] }],
    },
  ]);
  const backend = await startBackend({
    entry: options.entry ?? join(__dirname, 'backend.ts'),
    folder,
    database: postgres
      ? { client: 'pg', connection: postgres, prefix }
      : undefined,
    entityRefs: [
      ...chosen.all.map(index => world.target(index).ref),
      'group:default/payments',
      'user:default/priya',
      'user:default/ada',
    ],
  });
  return { world, chosen, backend, knex };
}

async function fillPostgres(
  connectionString: string,
  database: string,
  world: World,
  now: Date,
): Promise<Knex> {
  const admin = knexFactory({ client: 'pg', connection: connectionString });
  await admin.raw('create database ??', [database]);
  await admin.destroy();
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  const knex = knexFactory({ client: 'pg', connection: url.href });
  await seed(knex, world, now);
  return knex;
}

/** A file that was filled today is good for the next run as well. */
async function fillSqlite(
  folder: string,
  name: string,
  world: World,
  now: Date,
): Promise<Knex> {
  const day = now.toISOString().slice(0, 10);
  const cached = join(cacheFolder, `scale-${name}-${day}.sqlite`);
  if (!existsSync(cached)) {
    await mkdir(cacheFolder, { recursive: true });
    const unfinished = `${cached}-${process.pid}`;
    const filling = openSqlite(unfinished);
    await seed(filling, world, now);
    await filling.destroy();
    await rename(unfinished, cached);
  }
  const file = join(folder, 'pilot.sqlite');
  await cp(cached, file);
  return openSqlite(file);
}

function openSqlite(filename: string): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
}
