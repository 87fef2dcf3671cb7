// @ts-check

/**
 * What an interest's author knew its target as when they last recorded or confirmed
 * it: messages call it so, because its title may have become something that they
 * cannot see. Of what was recorded before, and of imports, nothing is known.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('interest', table => {
    table
      .text('known_title')
      .nullable()
      .comment('The title that its author last saw; null where none is known');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('interest', table => {
    table.dropColumn('known_title');
  });
};
