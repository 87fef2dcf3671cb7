import { Message } from './Message';

/**
 * Joins an answer that still waits with the next one to the same interest: one
 * that says both, or none where all is as it was before.
 */
export function replaceWaiting(
  waiting: Message,
  next: Message,
): Message | undefined {
  if (waiting.topic !== 'status' || next.topic !== 'status') {
    return next;
  }
  const { was, wasNote } = waiting.payload;
  const { status, note } = next.payload;
  if (status === was && note === wasNote) {
    return undefined;
  }
  return { ...next, payload: { was, wasNote, status, note } };
}
