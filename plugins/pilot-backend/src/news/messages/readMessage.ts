import { interestStatuses } from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import {
  OutboxRow,
  StoredMessage,
  toMessage,
} from '../../kernel/store/outbox/messages';
import { UnreadableRowError } from '../../kernel/store/UnreadableRowError';
import { MessagePayloads, MessageTopic } from '../../kernel/announce/Message';

const nothing = z.object({});
const status = z.enum(interestStatuses);

/** Payloads of each topic; what a newer version added is left out. */
const payloads: { readonly [Topic in MessageTopic]: z.ZodType } = {
  status: z.object({
    was: status,
    wasNote: z.string().nullable(),
    status,
    note: z.string().nullable(),
  }),
  inbox: nothing,
  fragmentation: nothing,
  confirm: nothing,
  merge: z.object({ from: z.string(), into: z.number().int() }),
  phase: z.object({ through: z.number().int().nullable() }),
  decision: nothing,
  decided: nothing,
  expiry: nothing,
};

/** The topics that this version knows what to say about. */
export const messageTopics = Object.keys(payloads) as MessageTopic[];

/** @throws UnreadableRowError for what is no message of its topic */
export function readMessage(row: OutboxRow): StoredMessage {
  const message = toMessage(row);
  const read = payloads[message.topic as MessageTopic].safeParse(
    message.payload,
  );
  if (!read.success) {
    const [{ path }] = read.error.issues;
    throw new UnreadableRowError(
      ['payload', ...path].join('.'),
      'is not as its topic needs it',
    );
  }
  return { ...message, payload: read.data as MessagePayloads[MessageTopic] };
}
