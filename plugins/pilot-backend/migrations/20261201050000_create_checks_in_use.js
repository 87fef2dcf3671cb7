// @ts-check

/**
 * Which readiness checks replicas run with: while releases change hands, those of
 * the newest configuration are collected.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('checks_in_use', table => {
    table.comment('The readiness checks that replicas are configured with');
    table.string('fingerprint', 64).primary();
    table
      .bigInteger('first_at')
      .notNullable()
      .comment('When a replica with them first started');
    table
      .bigInteger('seen_at')
      .notNullable()
      .comment('When one was last known to run');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('checks_in_use');
};
