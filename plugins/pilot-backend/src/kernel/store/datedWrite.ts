import { Knex } from 'knex';
import { Clock, timeOfWrite } from '../clock/Clock';
import { beginWrite, inTransaction } from './dialect';

/**
 * One transaction that is told when it happens: as the database's clock shows in
 * it, and not as it was carried on from an earlier reading.
 */
export async function datedWrite<T>(
  knex: Knex,
  clock: Clock | undefined,
  write: (tx: Knex.Transaction, now: Date) => Promise<T>,
): Promise<T> {
  return inTransaction(knex, async tx =>
    write(tx, timeOfWrite(await beginWrite(tx), clock)),
  );
}
