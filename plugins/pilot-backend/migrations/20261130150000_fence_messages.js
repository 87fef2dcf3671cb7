// @ts-check

/**
 * A claim of messages gets a name of its own, so that a replica that lost it
 * finds out; and a message that cannot be read is set aside. Both are left empty
 * by replicas of earlier releases, which go by `claimed_at` alone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('outbox', table => {
    table
      .string('claim', 36)
      .nullable()
      .comment('Names the attempt that is sending it');
    table
      .bigInteger('set_aside_at')
      .nullable()
      .comment('Since when it waits for somebody to mend it');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('outbox', table => {
    table.dropColumns('claim', 'set_aside_at');
  });
};
