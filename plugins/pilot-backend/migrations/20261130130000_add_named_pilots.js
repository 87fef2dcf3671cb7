// @ts-check

/**
 * Which Pilots an entity names as those that it implements: what a Pilot is
 * implemented by counts for it only if it names the Pilot, or has the same
 * owner. The next look through the catalog fills this in; what was counted
 * before stays as it was, because the policy of that time says so.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('target', table => {
    table
      .text('named_pilots')
      .nullable()
      .comment('The Pilots that it names, as JSON; null where it names none');
  });
  await knex.schema.alterTable('target_part', table => {
    table
      .boolean('named')
      .notNullable()
      .defaultTo(false)
      .comment('Whether the part names the Pilot');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('target_part', table => {
    table.dropColumn('named');
  });
  await knex.schema.alterTable('target', table => {
    table.dropColumn('named_pilots');
  });
};
