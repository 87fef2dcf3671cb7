import { databases } from '../__testUtils__/databases';

const supported = databases.eachSupportedId().flat();

it('SQLite is among the tested databases', () => {
  expect(supported).toContain('SQLITE_3');
});

// A database that cannot be reached is left out without a word; where both
// must have been tested, that is a failure.
it('PostgreSQL is among them where it is required', () => {
  const required = process.env.PILOT_TESTS_REQUIRE_POSTGRES === '1';
  expect(required ? supported : [...supported, 'POSTGRES_18']).toContain(
    'POSTGRES_18',
  );
});
