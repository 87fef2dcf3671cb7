import { Message, scopeOf, undoMs } from '../kernel/announce/Message';

/**
 * Tells the authors whose interest moved with a target that joined another.
 *
 * @param from - what the target that is no more was called
 * @param into - the id of the target that stays
 */
export function messagesForMerge(
  merge: {
    readonly from: string;
    readonly into: number;
    readonly authors: readonly string[];
    /** The person who merged them, and knows. */
    readonly by: string;
  },
  at: Date,
): Message[] {
  const { from, into } = merge;
  return [...new Set(merge.authors)]
    .filter(author => author !== merge.by)
    .map(author => ({
      topic: 'merge',
      recipient: author,
      scope: scopeOf(into),
      subject: from.slice(0, 600),
      payload: { from, into },
      dueAt: new Date(at.getTime() + undoMs),
    }));
}
