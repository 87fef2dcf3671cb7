import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';

/** The databases that the stories run on. */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

const names = ['catalog', 'pilot', 'events'] as const;

/** A database for each plugin, which outlives the backends that use it. */
export type PluginDatabases = Record<(typeof names)[number], Knex>;

export async function initDatabases(
  id: TestDatabaseId,
): Promise<PluginDatabases> {
  const entries = names.map(async name => [name, await databases.init(id)]);
  return Object.fromEntries(await Promise.all(entries));
}

/** Gives each plugin its own of the databases. */
export function databaseFactory(of: PluginDatabases) {
  return createServiceFactory({
    service: coreServices.database,
    deps: { plugin: coreServices.pluginMetadata },
    factory: ({ plugin }) => ({
      getClient: async () => of[plugin.getId() as keyof PluginDatabases],
    }),
  });
}
