// @ts-check

const ofTeams = ['fresh_q', 'fresh_m', 'fresh_c', 'vague_w', 'vague_u'];

/**
 * What adopters described, and what confirming and describing would add. Sums
 * that are there are of rules by which an adopter counted as fully described;
 * those of teams are computed anew under the policy of this release.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const name of ['target', 'demand_day']) {
    await knex.schema.alterTable(name, table => {
      table
        .double('am')
        .notNullable()
        .defaultTo(0)
        .comment("The adopters' part of m, which does not fade");
    });
    await knex(name)
      .where('a', '>', 0)
      .update({ am: knex.ref('a') });
  }
  await knex.schema.alterTable('team_demand', table => {
    table
      .double('s')
      .notNullable()
      .defaultTo(1)
      .comment('The highest specificity of its interests');
    for (const name of ofTeams) {
      table.double(name).notNullable().defaultTo(0);
    }
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('team_demand', table => {
    table.dropColumns('s', ...ofTeams);
  });
  for (const name of ['demand_day', 'target']) {
    await knex.schema.alterTable(name, table => {
      table.dropColumn('am');
    });
  }
};
