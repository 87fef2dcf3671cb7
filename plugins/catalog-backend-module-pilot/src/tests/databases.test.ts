import { databases } from '../__testUtils__/databases';

it('the stories run on PostgreSQL wherever it is required', () => {
  const ids = databases.eachSupportedId().map(([id]) => id);
  const required = process.env.PILOT_TESTS_REQUIRE_POSTGRES
    ? ['SQLITE_3', 'POSTGRES_18']
    : ['SQLITE_3'];
  expect(ids).toEqual(expect.arrayContaining(required));
});
