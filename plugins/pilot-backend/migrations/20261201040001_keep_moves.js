// @ts-check

/**
 * What teams and persons are called now whose refs the catalog has no more, so that
 * imports and owners of the past are understood.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('moved_ref', table => {
    table.comment('Teams and persons that go by another ref');
    table.string('from_ref', 600).primary().comment('What it was called');
    table
      .string('into_ref', 600)
      .notNullable()
      .index()
      .comment('What it is called now, however often it was moved');
    table.string('by', 600).notNullable().comment('Who moved it');
    table.text('reason').notNullable();
    table.bigInteger('at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('moved_ref');
};
