import { Knex } from 'knex';
import { objectOf, timeOf } from '../columns';
import { isPseudonym } from '../erasures/pseudonym';
import { forUpdate, insertAll } from '../dialect';
import { readable } from '../readable';

/** A message as it is kept: the store does not know what it says. */
export interface OutboxMessage {
  readonly topic: string;
  readonly recipient: string;
  readonly scope: string;
  readonly subject: string;
  readonly payload: object;
  readonly dueAt: Date;
}

/** A message that is in the outbox. */
export interface StoredMessage extends OutboxMessage {
  readonly id: number;
  readonly attempts: number;
}

export interface OutboxRow {
  id: number | string;
  due_at: number | string;
  topic: string;
  recipient: string;
  scope: string;
  subject: string;
  payload: string;
  created_at: number | string;
  claimed_at: number | string | null;
  claim: string | null;
  set_aside_at: number | string | null;
  attempts: number;
}

/** @throws UnreadableRowError for what is no message */
export function toMessage(row: OutboxRow): StoredMessage {
  return {
    id: Number(row.id),
    topic: row.topic,
    recipient: row.recipient,
    scope: row.scope,
    subject: row.subject,
    payload: objectOf(row.payload, 'payload'),
    dueAt: timeOf(row.due_at, 'due_at'),
    attempts: row.attempts,
  };
}

/** The message about the same that waits and that nobody is sending, locked. */
export async function findWaiting(
  tx: Knex.Transaction,
  about: Pick<OutboxMessage, 'topic' | 'recipient' | 'scope' | 'subject'>,
): Promise<StoredMessage | undefined> {
  const { topic, recipient, scope, subject } = about;
  const row = await forUpdate(
    tx,
    tx<OutboxRow>('outbox')
      .where({ recipient, scope, topic, subject })
      .whereNull('claimed_at')
      .whereNull('set_aside_at')
      .first(),
  );
  return readable(tx, 'outbox', row ? [row as OutboxRow] : [], toMessage)[0];
}

/** Puts a message into the outbox. */
export async function insertMessage(
  tx: Knex.Transaction,
  message: OutboxMessage,
  now: Date,
): Promise<void> {
  await insertMessages(tx, [message], now);
}

/** Puts any number of messages into the outbox. Who was erased is told nothing. */
export async function insertMessages(
  tx: Knex.Transaction,
  messages: readonly OutboxMessage[],
  now: Date,
): Promise<void> {
  await insertAll(
    tx,
    'outbox',
    messages
      .filter(({ recipient }) => !isPseudonym(recipient))
      .map(message => ({
        due_at: message.dueAt.getTime(),
        topic: message.topic,
        recipient: message.recipient,
        scope: message.scope,
        subject: message.subject,
        payload: JSON.stringify(message.payload),
        created_at: now.getTime(),
      })),
  );
}

/** Takes messages out of the outbox. */
export async function deleteMessages(
  db: Knex,
  ids: readonly number[],
): Promise<void> {
  await db('outbox')
    .whereIn('id', [...ids])
    .delete();
}
