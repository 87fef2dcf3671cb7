import { Knex } from 'knex';
import { randomBytes } from 'node:crypto';

/** A random key of 32 bytes that all replicas share, made at first use. */
export async function sharedKey(knex: Knex, name: string): Promise<Buffer> {
  await knex('secret')
    .insert({ name, value: randomBytes(32).toString('base64') })
    .onConflict('name')
    .ignore();
  const row = await knex('secret').where({ name }).first();
  return Buffer.from(row.value, 'base64');
}
