import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { tuneConnection } from './dialect';

/** Opens the plugin's database and brings its tables up to date. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  await tuneConnection(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      // While releases change hands, a replica of this one may find tables that
      // the next one has brought up to date already. It adds to them alone.
      disableMigrationsListValidation: true,
      directory: resolvePackagePath(
        '@pilot-to-platform/plugin-pilot-backend',
        'migrations',
      ),
    });
  }
  return knex;
}
