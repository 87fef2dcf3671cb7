import { Knex } from 'knex';
import {
  deleteMessages,
  findWaiting,
  insertMessage,
  insertMessages,
} from '../store/outbox/messages';
import { Message } from './Message';
import { replaceWaiting } from './replaceWaiting';

/**
 * Puts messages into the outbox, in the transaction of the write that they tell
 * of: without the write there is no message, and without the message no write.
 */
export async function queueMessages(
  tx: Knex.Transaction,
  messages: readonly Message[],
  now: Date,
): Promise<void> {
  // Only an answer can take another one back; the others go all at once.
  await insertMessages(
    tx,
    messages.filter(({ topic }) => topic !== 'status'),
    now,
  );
  for (const message of messages.filter(({ topic }) => topic === 'status')) {
    const waiting = await findWaiting(tx, message);
    const next = waiting
      ? replaceWaiting(waiting as unknown as Message, message)
      : message;
    if (waiting) {
      await deleteMessages(tx, [waiting.id]);
    }
    if (next) {
      await insertMessage(tx, next, now);
    }
  }
}
