// @ts-check

/**
 * Stored demand: the sums per target and team and per target, a row per target
 * and day on which something changed, and what triage, messages, merges and
 * dismissals need. Rows without a policy are computed by the plugin itself after
 * it starts, so that nothing here repeats what the engine does.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('target', table => {
    table.string('namespace').nullable();
    table
      .text('sort_name')
      .nullable()
      .comment('Title, or name where there is none, in lower case');
    table
      .bigInteger('merged_into')
      .nullable()
      .comment('The target that its interest was moved to');
    table.bigInteger('phase_since').nullable();
    table
      .string('policy')
      .nullable()
      .comment('Fingerprint of the policy that the sums were computed under');
    table
      .integer('version')
      .notNullable()
      .defaultTo(0)
      .comment('Counts the writes of the sums');
    table
      .bigInteger('ref_at')
      .nullable()
      .comment('The instant at which n, t and m hold; they fade from there');
    for (const name of ['n', 't', 'm', 'an', 'a', 'score', 'growth']) {
      table.double(name).notNullable().defaultTo(0);
    }
    for (const name of [
      'interests',
      'teams',
      'use_cases',
      'adopters',
      'internal',
    ]) {
      table.integer(name).notNullable().defaultTo(0);
    }
    table.bigInteger('newest_at').nullable();
    table
      .bigInteger('ranked_at')
      .nullable()
      .comment('When score, level and growth were exact');
    table
      .bigInteger('changed_at')
      .nullable()
      .comment('The last write of the sums, other than by the sweep');
  });
  for (const { id, ref, title } of await knex('target').select(
    'id',
    'ref',
    'title',
  )) {
    const [, namespace, name] = /^[^:]+:([^/]+)\/(.+)$/.exec(ref) ?? [];
    await knex('target')
      .where({ id })
      .update({ namespace, sort_name: (title ?? name).toLowerCase() });
  }
  await knex.schema.alterTable('target', table => {
    for (const column of ['kind', 'owner', 'level', 'phase']) {
      table.index([column, 'score', 'id'], `target_${column}_score`);
    }
    table.index(['score', 'id'], 'target_score');
    // Only where there is something to find: SQLite takes "is null" for a narrow
    // condition, and would rather sort all others than read them in order.
    table.index(['gone_at'], 'target_gone', {
      predicate: knex.whereNotNull('gone_at'),
    });
    table.index(['merged_into'], 'target_merged', {
      predicate: knex.whereNotNull('merged_into'),
    });
  });

  await knex.schema.createTable('team_demand', table => {
    table.comment(
      'The sums of one team in one target, over its standing interests',
    );
    table.bigInteger('target_id').notNullable();
    table.string('team', 600).notNullable();
    table
      .bigInteger('ref_at')
      .notNullable()
      .comment('Its newest confirmation, at which q, m and c hold');
    table.double('q').notNullable().comment('Sum of the squared weights');
    table.double('m').notNullable().comment('Highest weight');
    table
      .double('c')
      .notNullable()
      .comment('Highest product of weight and specificity');
    table.integer('n').notNullable().comment('Interests that count');
    table.integer('use_cases').notNullable();
    table.integer('adopted').notNullable();
    table
      .integer('internal')
      .notNullable()
      .comment('Interests of the person who owns the target');
    table.bigInteger('newest_at').notNullable();
    table.primary(['target_id', 'team']);
    table.index(['team', 'target_id'], 'team_demand_team');
  });

  await knex.schema.createTable('demand_day', table => {
    table.comment(
      'The sums of a target at the end of a UTC day, for days with a change',
    );
    table.bigInteger('target_id').notNullable();
    table.integer('day').notNullable().comment('Days since 1970-01-01');
    table.string('policy').notNullable();
    table.bigInteger('ref_at').nullable();
    for (const name of ['n', 't', 'm', 'an', 'a']) {
      table.double(name).notNullable();
    }
    for (const name of [
      'interests',
      'teams',
      'use_cases',
      'adopters',
      'internal',
    ]) {
      table.integer(name).notNullable();
    }
    table.bigInteger('newest_at').nullable();
    table.primary(['target_id', 'day']);
  });

  await knex.schema.alterTable('interest', table => {
    table.bigInteger('updated_at').notNullable().defaultTo(0);
    table.bigInteger('status_at').nullable();
    table.string('status_by', 600).nullable();
    table
      .bigInteger('reminded_at')
      .nullable()
      .comment('When its author was last asked to confirm it');
    table.index(['confirmed_at'], 'interest_confirmed');
    table.index(['otherwise', 'confirmed_at'], 'interest_otherwise');
  });
  await knex('interest').update({ updated_at: knex.ref('confirmed_at') });
  const answers = await knex('interest_log')
    .where('type', 'status')
    .orderBy(['at', 'seq'])
    .select('at', 'actor', 'payload');
  for (const { at, actor, payload } of answers) {
    await knex('interest')
      .where('id', JSON.parse(payload).id)
      .update({ status_at: at, status_by: actor });
  }

  await knex.schema.createTable('outbox', table => {
    table.comment('Messages that are due, and what they are about');
    table.bigIncrements('id').primary();
    table.bigInteger('due_at').notNullable().index();
    table.string('topic').notNullable();
    table.string('recipient', 600).notNullable();
    table
      .string('scope', 600)
      .notNullable()
      .comment('Messages of one recipient and scope become one');
    table
      .string('subject', 600)
      .notNullable()
      .comment(
        'The interest or the like; one message about it waits at a time',
      );
    table.text('payload').notNullable();
    table.bigInteger('created_at').notNullable();
    table
      .bigInteger('claimed_at')
      .nullable()
      .comment('Since when a replica is sending it');
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['recipient', 'scope'], 'outbox_scope');
  });

  await knex.schema.createTable('message_sent', table => {
    table.comment(
      'When a recipient last heard of a scope, so that an hour brings one message',
    );
    table.string('recipient', 600).notNullable();
    table.string('scope', 600).notNullable();
    table.bigInteger('sent_at').notNullable().index();
    table.primary(['recipient', 'scope']);
  });

  await knex.schema.createTable('upkeep', table => {
    table.comment('When a pass over everything was last finished');
    table.string('name').primary();
    table.bigInteger('finished_at').notNullable();
  });

  await knex.schema.createTable('dismissal', table => {
    table.comment('Fragmentation warnings that somebody found to be none');
    table.string('id', 36).primary();
    table.string('key', 64).notNullable();
    table
      .string('standing', 64)
      .nullable()
      .unique()
      .comment('The key, as long as it is not revoked');
    table.text('reason').notNullable();
    table.string('by', 600).notNullable();
    table.bigInteger('at').notNullable();
    table.string('revoked_by', 600).nullable();
    table.bigInteger('revoked_at').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'dismissal',
    'upkeep',
    'message_sent',
    'outbox',
    'demand_day',
    'team_demand',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.schema.alterTable('interest', table => {
    table.dropIndex(['otherwise', 'confirmed_at'], 'interest_otherwise');
    table.dropIndex(['confirmed_at'], 'interest_confirmed');
  });
  await knex.schema.alterTable('interest', table => {
    table.dropColumns('updated_at', 'status_at', 'status_by', 'reminded_at');
  });
  await knex.schema.alterTable('target', table => {
    for (const column of ['kind', 'owner', 'level', 'phase']) {
      table.dropIndex([column, 'score', 'id'], `target_${column}_score`);
    }
    table.dropIndex(['score', 'id'], 'target_score');
    table.dropIndex(['gone_at'], 'target_gone');
    table.dropIndex(['merged_into'], 'target_merged');
  });
  await knex.schema.alterTable('target', table => {
    table.dropColumns(
      'namespace',
      'sort_name',
      'merged_into',
      'phase_since',
      'policy',
      'version',
      'ref_at',
      'n',
      't',
      'm',
      'an',
      'a',
      'score',
      'growth',
      'interests',
      'teams',
      'use_cases',
      'adopters',
      'internal',
      'newest_at',
      'ranked_at',
      'changed_at',
    );
  });
};
