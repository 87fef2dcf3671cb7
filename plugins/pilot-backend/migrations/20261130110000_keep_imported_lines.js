// @ts-check

/**
 * What imports said last of an interest, lines that wait for what they name, and
 * counts without authors.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('interest', table => {
    table
      .string('imported')
      .nullable()
      .comment('The parts that an import said last, as JSON; null where none');
  });

  await knex.schema.createTable('waiting_line', table => {
    table.comment(
      'Imported lines that do not count yet: a team or an author is unknown, or the interest is missing',
    );
    table.bigIncrements('id').primary();
    table.string('target', 600).notNullable().index();
    table
      .string('sign', 64)
      .notNullable()
      .unique()
      .comment('Digest of the line, so that it waits once');
    table.bigInteger('at').notNullable().comment('When it holds from');
    table.text('line').notNullable().comment('As JSON');
  });

  await knex.schema.createTable('outside_count', table => {
    table.comment(
      'How many asked elsewhere, without authors; shown and never scored',
    );
    table.bigInteger('target_id').notNullable();
    table.string('source', 200).notNullable();
    table
      .string('team', 600)
      .notNullable()
      .comment('Empty where it is of nobody in particular');
    table.bigInteger('at').notNullable();
    table.integer('count').notNullable();
    table.primary(['target_id', 'source', 'team', 'at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('outside_count');
  await knex.schema.dropTable('waiting_line');
  await knex.schema.alterTable('interest', table => {
    table.dropColumn('imported');
  });
};
