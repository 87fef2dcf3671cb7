import { Knex } from 'knex';
import {
  deleteMessages,
  findWaiting,
  insertMessage,
} from '../store/operations/outboxMessages';
import { Message } from './messages/Message';
import { replaceWaiting } from './messages/replaceWaiting';

/**
 * Puts messages into the outbox, in the transaction of the write that they tell
 * of: without the write there is no message, and without the message no write.
 */
export async function queueMessages(
  tx: Knex.Transaction,
  messages: readonly Message[],
  now: Date,
): Promise<void> {
  for (const message of messages) {
    // Only an answer can take another one back; a query less for the others.
    const waiting =
      message.topic === 'status' ? await findWaiting(tx, message) : undefined;
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
