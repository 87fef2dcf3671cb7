import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { textOf } from '../columns';
import { UnreadableRowError } from '../UnreadableRowError';

interface CounterRow {
  id: number;
  epoch: string;
  seq: number | string;
  acknowledged: number | string;
}

/** State of the feed. */
export interface FeedState {
  readonly epoch: string;
  readonly sequence: number;
  readonly acknowledged: number;
}

/**
 * Makes the one counter row, where it is not there; its epoch tells readers that this
 * feed is a new one. It goes on behind the numbers that were given.
 */
export async function createFeed(knex: Knex): Promise<void> {
  const last = await knex('feed').max({ seq: 'seq' }).first();
  await knex('feed_counter')
    .insert({
      id: 1,
      epoch: randomUUID(),
      seq: Number(last?.seq ?? 0),
      acknowledged: 0,
    })
    .onConflict('id')
    .ignore();
}

/**
 * Lines up at the one row that all replicas share. It is locked by a write, so
 * that SQLite does not have to upgrade a read.
 */
export async function lockFeedCounter(
  tx: Knex.Transaction,
): Promise<FeedState> {
  await lockRow(tx);
  return readFeedState(tx);
}

async function lockRow(tx: Knex.Transaction): Promise<void> {
  const lock = () => tx('feed_counter').where('id', 1).update({ id: 1 });
  if ((await lock()) === 0) {
    await createFeed(tx);
    await lock();
  }
}

/**
 * Begins the feed anew, for a database that was restored to an earlier state:
 * its numbers come a second time, and a reader could not tell them apart.
 */
export async function renewEpoch(knex: Knex, epoch: string): Promise<void> {
  await knex('feed_counter')
    .where({ id: 1, epoch })
    .update({ epoch: randomUUID(), acknowledged: 0 });
}

/**
 * Begins the feed anew with all targets that there are: readers load everything,
 * and ask the catalog to look at all of it.
 */
export async function beginFeedAnew(
  tx: Knex.Transaction,
  epoch: string,
): Promise<void> {
  await lockRow(tx);
  const { seq } = (await counterRow(tx))!;
  await tx('feed_counter')
    .where('id', 1)
    .update({ epoch, acknowledged: 0, ...(isNumber(seq) ? {} : { seq: 0 }) });
  await tx('feed_pending').delete();
  await tx('feed').delete();
  await tx
    .into(tx.raw('?? (??)', ['feed_pending', 'target_id']))
    .insert(tx('target').orderBy('id').select('id'));
}

/**
 * The feed's epoch, its highest number and the highest one acknowledged. Where
 * somebody lost the counter, a new feed begins.
 */
export async function readFeedState(knex: Knex): Promise<FeedState> {
  let row = await counterRow(knex);
  if (!row) {
    await createFeed(knex);
    row = await counterRow(knex);
  }
  return {
    epoch: textOf(row!.epoch, 'feed_counter.epoch'),
    sequence: feedNumberOf(row!.seq, 'feed_counter.seq'),
    acknowledged: feedNumberOf(row!.acknowledged, 'feed_counter.acknowledged'),
  };
}

function counterRow(knex: Knex): Promise<CounterRow | undefined> {
  return knex<CounterRow>('feed_counter').where('id', 1).first();
}

function isNumber(value: unknown): boolean {
  const number = value === null || value === '' ? NaN : Number(value);
  return Number.isSafeInteger(number) && number >= 0;
}

function feedNumberOf(value: unknown, column: string): number {
  if (!isNumber(value)) {
    throw new UnreadableRowError(
      column,
      'holds no number; POST /maintenance/feed begins the feed anew',
    );
  }
  return Number(value);
}

/** Notes that a reader refreshed everything up to `sequence`; never goes back. */
export async function acknowledgeFeed(
  knex: Knex,
  acknowledgement: { epoch: string; sequence: number },
): Promise<void> {
  await knex('feed_counter')
    .where({ id: 1, epoch: acknowledgement.epoch })
    .andWhere('acknowledged', '<', acknowledgement.sequence)
    .andWhere('seq', '>=', acknowledgement.sequence)
    .update({ acknowledged: acknowledgement.sequence });
}
