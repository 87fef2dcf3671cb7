import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';

jest.setTimeout(300_000);

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

/** Undoes the migrations, back to and with the one of the stamp. */
async function undo(knex: Knex, until: string): Promise<void> {
  const [done] = await knex.migrate.list({ directory });
  for (const { name } of [...done].reverse()) {
    if (name < until) return;
    await knex.migrate.down({ directory });
  }
}

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('make the tables, and take them away again', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    expect(await tablesOf(knex)).toEqual([
      'attestation',
      'check_result',
      'checks_in_use',
      'demand_day',
      'dismissal',
      'erasure',
      'feed',
      'feed_counter',
      'feed_pending',
      'interest',
      'interest_log',
      'message_sent',
      'moved_ref',
      'outbox',
      'outside_count',
      'policy',
      'proposal',
      'readiness_fact',
      'readiness_log',
      'request',
      'satisfaction',
      'secret',
      'target',
      'target_part',
      'team',
      'team_demand',
      'upkeep',
      'waiting_line',
      'waiver',
    ]);
    expect(await indexesOf(knex)).toEqual([
      'attestation_expires_at_index',
      'attestation_standing_unique',
      'attestation_target_id_index',
      'dismissal_standing_unique',
      'erasure_open_for_unique',
      'erasure_person_index',
      'erasure_pseudonym_unique',
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
      'moved_ref_into_ref_index',
      'outbox_due_at_index',
      'outbox_scope',
      'proposal_decided',
      'proposal_open_for_unique',
      'readiness_fact_collected_at_index',
      'readiness_log_check',
      'readiness_log_target',
      'request_created_at_index',
      'target_gone',
      'target_kind_readiness',
      'target_kind_score',
      'target_level_score',
      'target_merged',
      'target_owner_score',
      'target_part_part_id_index',
      'target_phase_score',
      'target_recommended_score',
      'target_ref_unique',
      'target_score',
      'team_demand_team',
      'waiting_line_sign_unique',
      'waiting_line_target_index',
      'waiver_expires_at_index',
      'waiver_standing_unique',
      'waiver_target_id_index',
    ]);

    await knex.migrate.rollback({ directory }, true);
    expect(await tablesOf(knex)).toEqual([]);
    // And once more, as after a mistake.
    await knex.migrate.latest({ directory });
    expect(await tablesOf(knex)).toHaveLength(29);
  });

  it('add readiness to targets that are there, and take it away without them', async () => {
    const knex = await databases.init(databaseId);
    const all = (await knex.migrate.list({ directory }))[1] as Array<{
      file: string;
    }>;
    for (const { file } of all) {
      if (file.startsWith('20261126090000')) {
        break;
      }
      await knex.migrate.up({ directory });
    }
    await knex('target').insert({ ref: 'pilot:default/p', kind: 'pilot' });
    const before = await knex('target').first();
    await knex.migrate.up({ directory });
    expect(await knex('target').first()).toEqual({
      ...before,
      phase_decision: null,
      phase_version: 0,
      readiness: null,
      recommended: null,
      assessed_at: null,
    });
    const signed = { target_id: before.id, check_id: 'c', by: 'u', at: 1 };
    for (const [table, row] of [
      ['attestation', { verdict: 'pass', evidence: 'e' }],
      ['waiver', { reason: 'r' }],
    ] as const) {
      const sign = (id: string, standing: string | null) =>
        knex(table).insert({ ...signed, ...row, id, standing, expires_at: 2 });
      await sign('1', '1:c');
      await sign('2', null);
      // Of one check, one stands.
      await expect(sign('3', '1:c')).rejects.toThrow(/unique/i);
    }
    await knex.migrate.down({ directory });
    expect(await knex('target').first()).toEqual(before);
    await knex.migrate.latest({ directory });
  });

  it('name no Pilot in what is there', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    await undo(knex, '20261130130000');
    await knex('target').insert({ ref: 'pilot:default/p', kind: 'pilot' });
    await knex('target_part').insert({ pilot_id: 1, part_id: 2 });
    const [target, part] = [
      await knex('target').first(),
      await knex('target_part').first(),
    ];
    await knex.migrate.latest({ directory });
    expect(await knex('target').first()).toMatchObject({ named_pilots: null });
    expect(Boolean((await knex('target_part').first()).named)).toBe(false);
    await undo(knex, '20261130130000');
    expect(await knex('target').first()).toEqual(target);
    expect(await knex('target_part').first()).toEqual(part);
    await knex.migrate.latest({ directory });
  });

  it('take adopters that are there for fully described', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    await undo(knex, '20261130130100');
    const sums = { n: 3, t: 2, m: 1.5, an: 1, a: 2 };
    const counts = { interests: 3, teams: 3, use_cases: 0, internal: 0 };
    await knex('target').insert({ ref: 'api:default/a', kind: 'api', ...sums });
    await knex('target').insert({ ref: 'api:default/b', kind: 'api' });
    await knex('demand_day').insert({
      ...{ target_id: 1, day: 20_000, policy: 'before' },
      ...{ ...sums, ...counts, adopters: 2 },
    });
    await knex('team_demand').insert({
      ...{ target_id: 1, team: 'group:default/a', ref_at: 1, newest_at: 1 },
      ...{ q: 1, m: 1, c: 1, n: 1, adopted: 1, use_cases: 0, internal: 0 },
    });
    const read = async () => ({
      targets: await knex('target').orderBy('id'),
      days: await knex('demand_day'),
      teams: await knex('team_demand'),
    });
    const before = await read();
    await knex.migrate.latest({ directory });
    const after = await read();
    expect(after.targets.map(({ am }) => am)).toEqual([2, 0]);
    expect(after.days.map(({ am }) => am)).toEqual([2]);
    expect(after.teams[0]).toMatchObject({
      ...{ s: 1, fresh_q: 0, fresh_m: 0, fresh_c: 0, vague_w: 0, vague_u: 0 },
    });
    await undo(knex, '20261130130100');
    expect(await read()).toEqual(before);
    await knex.migrate.latest({ directory });
  });

  it('know no title of what was recorded before', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    await undo(knex, '20261201010000');
    await knex('interest').insert({
      ...{ id: 'a', target_id: 1, team: 't', author: 'a', use_case_key: 'k' },
      ...{ on_behalf: false, urgency: 'important', contribute: false },
      ...{ status: 'open', withdrawn: false, version: 1 },
      ...{ created_at: 1, confirmed_at: 1, updated_at: 1 },
    });
    const before = await knex('interest').first();
    await knex.migrate.latest({ directory });
    expect(await knex('interest').first()).toEqual({
      ...before,
      known_title: null,
    });
    await undo(knex, '20261201010000');
    expect(await knex('interest').first()).toEqual(before);
    await knex.migrate.latest({ directory });
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
