// @ts-check

/**
 * A policy keeps which revision of the configuration it is of, so that an older
 * replica cannot bring its own back into force by starting anew.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('policy', table => {
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('pilot.demand.revision of the configuration that it is of');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('policy', table => {
    table.dropColumn('revision');
  });
};
