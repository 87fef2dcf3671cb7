// @ts-check

/**
 * The trace of persons whose refs and texts were taken out of every table. It does
 * not say who they were.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('erasure', table => {
    table.comment('Persons who were erased, without their refs');
    table.string('id', 36).primary();
    table
      .string('pseudonym', 600)
      .notNullable()
      .unique()
      .comment('What stands where their ref stood');
    table
      .string('person', 64)
      .notNullable()
      .index()
      .comment('Keyed digest of the ref, by which an import of it is refused');
    table
      .string('open_for', 64)
      .nullable()
      .unique()
      .comment('The digest, until it is finished: one at a time');
    table.string('by', 600).notNullable().comment('Who asked for it');
    table.bigInteger('begun_at').notNullable();
    table.bigInteger('finished_at').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('erasure');
};
