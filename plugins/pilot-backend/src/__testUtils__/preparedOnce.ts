import { Knex } from 'knex';

/**
 * Lets a database in memory keep the statements that it prepared: to prepare each
 * one anew takes longer than to run it, and some tests run a million.
 */
export async function preparedOnce(knex: Knex): Promise<Knex> {
  const connection = await knex.client.acquireConnection();
  const prepare = connection.prepare.bind(connection);
  const known = new Map<string, unknown>();
  connection.prepare = (sql: string) => {
    const statement = known.get(sql) ?? prepare(sql);
    known.set(sql, statement);
    return statement;
  };
  await knex.client.releaseConnection(connection);
  return knex;
}
