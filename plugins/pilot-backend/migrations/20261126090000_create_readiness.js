// @ts-check

/**
 * Readiness, proposals and satisfaction: what automatic sources and services
 * answered last, what people signed, and what was decided. Times are
 * milliseconds since 1970 (UTC), set by the service.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('target', table => {
    table
      .string('phase_decision', 36)
      .nullable()
      .comment(
        'The proposal that decided declared_phase; null where the YAML did',
      );
    table
      .integer('phase_version')
      .notNullable()
      .defaultTo(0)
      .comment('Counts proposals and decisions');
    // For order and filters of lists; an answer is computed.
    table.double('readiness').nullable();
    table.string('recommended').nullable();
    table
      .bigInteger('assessed_at')
      .nullable()
      .comment('When readiness and recommended were exact');
  });
  // What was never assessed comes before all others, on every database.
  await knex.raw(
    'create index target_kind_readiness on target (kind, coalesce(readiness, -1), id)',
  );
  await knex.schema.alterTable('target', table => {
    table.index(['recommended', 'score', 'id'], 'target_recommended_score');
  });

  await knex.schema.createTable('readiness_fact', table => {
    table.comment(
      'What the automatic sources last said of a target, and which checks it is asked',
    );
    table.bigInteger('target_id').primary();
    table
      .bigInteger('collected_at')
      .notNullable()
      .index()
      .comment('When they were last asked');
    table
      .string('checks', 64)
      .notNullable()
      .comment('Fingerprint of the checks that were asked');
    table.text('applicable').notNullable().comment('Ids of checks, as JSON');
    table
      .text('answers')
      .notNullable()
      .comment('The last answer to each check, as JSON');
    table
      .text('silent')
      .notNullable()
      .comment('The sources that did not answer, as JSON');
    table
      .text('subject')
      .notNullable()
      .comment('What the Pilot states that gates and advice read, as JSON');
  });

  await knex.schema.createTable('check_result', table => {
    table.comment('What was reported last for a check of a target');
    table.bigInteger('target_id').notNullable();
    table.string('check_id', 100).notNullable();
    table.string('verdict').notNullable();
    table.text('evidence').nullable();
    table.text('note').nullable();
    table.string('by', 600).notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['target_id', 'check_id']);
  });

  for (const [name, comment] of [
    ['attestation', 'Signed answers of owners'],
    ['waiver', 'Exemptions by approvers'],
  ]) {
    await knex.schema.createTable(name, table => {
      table.comment(comment);
      table.string('id', 36).primary();
      table.bigInteger('target_id').notNullable().index();
      table.string('check_id', 100).notNullable();
      if (name === 'attestation') {
        table.string('verdict').notNullable();
        table.text('evidence').notNullable();
      }
      table.text(name === 'attestation' ? 'note' : 'reason').nullable();
      table.string('by', 600).notNullable();
      table.bigInteger('at').notNullable();
      table.bigInteger('expires_at').notNullable().index();
      table
        .string('standing', 130)
        .nullable()
        .unique()
        .comment('Target and check, as long as it is the last and not revoked');
      table.string('revoked_by', 600).nullable();
      table.bigInteger('revoked_at').nullable();
    });
  }

  await knex.schema.createTable('readiness_log', table => {
    table.comment('Append-only: everything that was ever said of a check');
    table.bigIncrements('seq').primary();
    table.bigInteger('target_id').notNullable();
    table.string('check_id', 100).notNullable();
    table.bigInteger('at').notNullable().comment('When it holds from');
    table
      .bigInteger('recorded_at')
      .notNullable()
      .comment('When it was written');
    table.string('type').notNullable();
    table.string('actor', 600).notNullable();
    table.text('payload').notNullable();
    table.index(['target_id', 'seq'], 'readiness_log_target');
    table.index(['target_id', 'check_id', 'at'], 'readiness_log_check');
  });

  await knex.schema.createTable('proposal', table => {
    table.comment('Proposed changes of phase, and what became of them');
    table.string('id', 36).primary();
    table.bigInteger('target_id').notNullable();
    table.string('from_phase').notNullable();
    table.string('to_phase').notNullable();
    table.text('reason').notNullable();
    table.boolean('bypass').notNullable();
    table.string('proposed_by', 600).notNullable();
    table.bigInteger('proposed_at').notNullable();
    table
      .text('snapshot')
      .notNullable()
      .comment('Score, gate and readiness as they were, as JSON');
    table.string('state').notNullable();
    table
      .bigInteger('open_for')
      .nullable()
      .unique()
      .comment('The target, while it is open: one at a time');
    table.string('decided_by', 600).nullable();
    table.bigInteger('decided_at').nullable();
    table.text('decision_reason').nullable();
    table.text('decided_snapshot').nullable();
    table.string('decided_phase').nullable();
    table.integer('version').notNullable();
    table.index(['target_id', 'decided_at', 'id'], 'proposal_decided');
  });

  await knex.schema.createTable('satisfaction', table => {
    table.comment('How well a Pilot works for a team; the last of a quarter');
    table.bigInteger('target_id').notNullable();
    table.string('team', 600).notNullable();
    table.string('quarter', 7).notNullable();
    table.integer('score').notNullable();
    table.text('note').nullable();
    table.string('by', 600).notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['target_id', 'team', 'quarter']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'satisfaction',
    'proposal',
    'readiness_log',
    'waiver',
    'attestation',
    'check_result',
    'readiness_fact',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.schema.alterTable('target', table => {
    table.dropIndex([], 'target_kind_readiness');
    table.dropIndex(['recommended', 'score', 'id'], 'target_recommended_score');
  });
  await knex.schema.alterTable('target', table => {
    table.dropColumns(
      'phase_decision',
      'phase_version',
      'readiness',
      'recommended',
      'assessed_at',
    );
  });
};
