import { TestDatabases } from '@backstage/backend-test-utils';

/** The databases that every test of the store runs on. */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});
