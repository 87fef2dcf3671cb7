import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@pilot-to-platform/plugin-pilot-backend',
  'migrations',
);

const isSqlite = (knex: Knex) => knex.client.config.client.includes('sqlite');

/** Names of the tables, without those of the migrations themselves. */
async function tablesOf(knex: Knex): Promise<string[]> {
  const rows = isSqlite(knex)
    ? await knex('sqlite_master')
        .where('type', 'table')
        .whereNot('name', 'like', 'sqlite_%')
        .select('name')
    : await knex('pg_tables')
        .where('schemaname', 'public')
        .select('tablename as name');
  return rows
    .map(({ name }) => name)
    .filter((name: string) => !name.startsWith('knex_'))
    .sort();
}

/** The indexes that the migrations name, primary keys left out. */
async function indexesOf(knex: Knex): Promise<string[]> {
  const rows = isSqlite(knex)
    ? await knex('sqlite_master')
        .where('type', 'index')
        .whereNot('name', 'like', 'sqlite_%')
        .select('name', 'tbl_name as table')
    : await knex('pg_indexes')
        .where('schemaname', 'public')
        .select('indexname as name', 'tablename as table');
  return rows
    .filter(({ name, table }) => !/_pkey$/.test(name) && !/^knex_/.test(table))
    .map(({ name }) => name)
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('make the tables, and take them away again', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    expect(await tablesOf(knex)).toEqual([
      'demand_day',
      'dismissal',
      'feed',
      'feed_counter',
      'feed_pending',
      'interest',
      'interest_log',
      'message_sent',
      'outbox',
      'policy',
      'request',
      'secret',
      'target',
      'target_part',
      'team',
      'team_demand',
      'upkeep',
    ]);
    expect(await indexesOf(knex)).toEqual([
      'dismissal_standing_unique',
      'feed_seq_unique',
      'interest_author',
      'interest_confirmed',
      'interest_created',
      'interest_key',
      'interest_log_target',
      'interest_log_type',
      'interest_otherwise',
      'interest_team',
      'message_sent_sent_at_index',
      'outbox_due_at_index',
      'outbox_scope',
      'request_created_at_index',
      'target_gone',
      'target_kind_score',
      'target_level_score',
      'target_merged',
      'target_owner_score',
      'target_part_part_id_index',
      'target_phase_score',
      'target_ref_unique',
      'target_score',
      'team_demand_team',
    ]);

    await knex.migrate.rollback({ directory }, true);
    expect(await tablesOf(knex)).toEqual([]);
    // And once more, as after a mistake.
    await knex.migrate.latest({ directory });
    expect(await tablesOf(knex)).toHaveLength(17);
  });

  it('hold what the largest interest needs', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    const name = 'n'.repeat(253);
    await knex('target').insert({
      ref: `component:${'s'.repeat(253)}/${name}`,
      kind: 'component',
      owner: `group:${'s'.repeat(253)}/${name}`,
      last_at: 253_402_300_799_999,
    });
    const target = await knex('target').first();
    expect(Number(target.last_at)).toBe(253_402_300_799_999);
    const interest = {
      target_id: target.id,
      team: `group:${'s'.repeat(253)}/${name}`,
      author: `user:${'s'.repeat(253)}/${name}`,
      use_case_key: 'k'.repeat(63),
      on_behalf: false,
      urgency: 'nice-to-have',
      use_case: '\u{1F680}'.repeat(2000),
      contribute: true,
      status: 'acknowledged',
      withdrawn: false,
      created_at: 0,
      confirmed_at: 0,
      version: 1,
    };
    await knex('interest').insert({ id: 'one', ...interest });
    expect((await knex('interest').first()).use_case).toBe(interest.use_case);
    // The key of an interest is unique, whatever its id.
    await expect(
      knex('interest').insert({ id: 'two', ...interest }),
    ).rejects.toThrow(/unique/i);
  });
});
