import { Knex } from 'knex';
import { inTransaction, insertAll } from '../dialect';
import { lockFeedCounter } from './feedCounter';

/** Marks targets as changed; they are numbered after the commit. */
export async function enqueueFeed(
  tx: Knex.Transaction,
  targetIds: readonly number[],
): Promise<void> {
  await insertAll(
    tx,
    'feed_pending',
    [...new Set(targetIds)].map(id => ({ target_id: id })),
  );
}

/**
 * Gives the next numbers to all changes that are committed. Numbers given by a
 * sequence inside the writes would appear in another order than their commits,
 * and a reader would pass over the late ones for good; so writers only leave a
 * note, and whoever holds the counter's row numbers what is visible.
 */
export async function numberPending(knex: Knex): Promise<void> {
  for (;;) {
    const waiting = await knex('feed_pending').first('id');
    if (!waiting) {
      return;
    }
    await inTransaction(knex, async tx => {
      const counter = await lockFeedCounter(tx);
      const pending = await tx('feed_pending')
        .orderBy('id')
        .limit(1000)
        .select('id', 'target_id');
      const targets = [...new Set(pending.map(row => Number(row.target_id)))];
      const first = counter.sequence + 1;
      if (targets.length > 0) {
        await tx('feed').whereIn('target_id', targets).delete();
        await insertAll(
          tx,
          'feed',
          targets.map((target, index) => ({
            target_id: target,
            seq: first + index,
          })),
        );
        await tx('feed_pending')
          .whereIn(
            'id',
            pending.map(row => row.id),
          )
          .delete();
        await tx('feed_counter')
          .where('id', 1)
          .update({ seq: first + targets.length - 1 });
      }
    });
  }
}

/** Counts the changes that wait for their number. */
export async function countPending(db: Knex): Promise<number> {
  const [{ pending }] = (await db('feed_pending').count({
    pending: '*',
  })) as Array<{ pending: number | string }>;
  return Number(pending);
}
