// @ts-check

/**
 * Interest, its log, the mirror of catalog facts and the projection feed.
 * Times are milliseconds since 1970 (UTC), set by the service and never by
 * the database's clock.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('target', table => {
    table.comment(
      'The entities that interest is for, with the catalog facts that demand depends on',
    );
    table.bigIncrements('id').primary();
    table.string('ref', 600).notNullable().unique();
    table.string('kind').notNullable();
    table.text('type').nullable();
    table.text('title').nullable();
    table.string('owner', 600).nullable();
    table.string('system', 600).nullable();
    table
      .string('division', 600)
      .nullable()
      .comment('The group above the owner');
    table
      .string('declared_phase')
      .nullable()
      .comment('Declared at first sight; null where the phase is derived');
    table.string('phase').nullable().comment('As last projected; Pilots only');
    table.string('level').nullable().comment('As last projected; Pilots only');
    table
      .bigInteger('missing_since')
      .nullable()
      .comment(
        'When the catalog was first seen without it; gone if it stays so',
      );
    table
      .bigInteger('gone_at')
      .nullable()
      .comment('Since when the catalog does not know it');
    table
      .bigInteger('last_at')
      .notNullable()
      .defaultTo(0)
      .comment('The latest time in its log');
  });

  await knex.schema.createTable('target_part', table => {
    table.comment('Which targets a Pilot is implemented by');
    table.bigInteger('pilot_id').notNullable();
    table.bigInteger('part_id').notNullable().index();
    table.primary(['pilot_id', 'part_id']);
  });

  await knex.schema.createTable('interest', table => {
    table.comment(
      'The present state of every interest; can be rebuilt from interest_log',
    );
    table.string('id', 36).primary();
    table.bigInteger('target_id').notNullable();
    table.string('team', 600).notNullable();
    table.string('author', 600).notNullable();
    table.string('use_case_key', 63).notNullable();
    table.boolean('on_behalf').notNullable();
    table.string('urgency').notNullable();
    table.text('use_case').nullable();
    table.text('alternative').nullable();
    table.string('needed_by', 10).nullable();
    table.text('expected_usage').nullable();
    table.string('otherwise').nullable();
    table.boolean('contribute').notNullable();
    table
      .string('status')
      .notNullable()
      .comment('Never withdrawn: that stands beside it');
    table.text('status_note').nullable();
    table.boolean('withdrawn').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('confirmed_at').notNullable();
    table.integer('version').notNullable();
    table.unique(['target_id', 'team', 'author', 'use_case_key'], {
      indexName: 'interest_key',
    });
    table.index(['author', 'created_at', 'id'], 'interest_author');
    table.index(['team', 'created_at', 'id'], 'interest_team');
    table.index(['created_at', 'id'], 'interest_created');
  });

  await knex.schema.createTable('interest_log', table => {
    table.comment(
      'Append-only: everything that the demand of a past date depends on',
    );
    table.bigIncrements('seq').primary();
    table.bigInteger('target_id').notNullable();
    table.bigInteger('at').notNullable().comment('When it holds from');
    table
      .bigInteger('recorded_at')
      .notNullable()
      .comment('When it was written');
    table.string('type').notNullable();
    table.string('actor', 600).notNullable();
    table.text('payload').notNullable();
    table.index(['target_id', 'at', 'seq'], 'interest_log_target');
    table.index(['type', 'at', 'seq'], 'interest_log_type');
  });

  await knex.schema.createTable('policy', table => {
    table.comment('Every demand policy that was ever in force, and since when');
    table.bigIncrements('id').primary();
    table.string('fingerprint').notNullable();
    table.text('json').notNullable();
    table.bigInteger('since').notNullable();
  });

  await knex.schema.createTable('team', table => {
    table.comment('Teams with interest that are missing in the catalog');
    table.string('ref', 600).primary();
    table.bigInteger('missing_since').notNullable();
    table
      .bigInteger('gone_at')
      .nullable()
      .comment('Set where it was missing twice in a row');
  });

  await knex.schema.createTable('request', table => {
    table.comment(
      'What a request of an author recorded, so that a late retry changes nothing',
    );
    table.string('author', 600).notNullable();
    table.string('request_id', 64).notNullable();
    table.string('interest_id', 36).notNullable();
    table.bigInteger('created_at').notNullable().index();
    table.primary(['author', 'request_id']);
  });

  await knex.schema.createTable('feed_pending', table => {
    table.comment('Targets whose projection changed and has no number yet');
    table.bigIncrements('id').primary();
    table.bigInteger('target_id').notNullable();
  });

  await knex.schema.createTable('feed', table => {
    table.comment('The number of the last change of each projected target');
    table.bigInteger('target_id').primary();
    table.bigInteger('seq').notNullable().unique();
  });

  await knex.schema.createTable('feed_counter', table => {
    table.integer('id').primary();
    table.string('epoch').notNullable();
    table.bigInteger('seq').notNullable();
    table.bigInteger('acknowledged').notNullable();
  });

  await knex.schema.createTable('secret', table => {
    table.comment('Keys that all replicas share');
    table.string('name').primary();
    table.string('value').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'secret',
    'request',
    'feed_counter',
    'feed',
    'feed_pending',
    'team',
    'policy',
    'interest_log',
    'interest',
    'target_part',
    'target',
  ]) {
    await knex.schema.dropTable(table);
  }
};
