import { isInternal } from '@pilot-to-platform/plugin-pilot-common';
import { Message } from '../../kernel/announce/Message';
import { MessageFacts, PresentInterest } from './MessageFacts';

/**
 * The interests of messages to an owner that are still to be told: they stand,
 * in a target that is there and that the recipient still owns.
 */
export function ownedInterests(
  messages: readonly Message[],
  facts: MessageFacts,
): PresentInterest[] {
  const recipient = messages[0]?.recipient;
  const subjects = new Set(messages.map(({ subject }) => subject));
  return [...subjects].flatMap(subject => {
    const found = facts.interests.get(subject);
    return found &&
      !found.interest.withdrawn &&
      found.interest.status !== 'declined' &&
      found.target.goneAt === null &&
      found.target.owner === recipient &&
      !isInternal(found.interest, [recipient])
      ? [found]
      : [];
  });
}

/** The author of all of them, who need not be told of it. */
export function knownTo(found: readonly PresentInterest[]): {
  readonly exclude?: string;
} {
  const authors = [...new Set(found.map(({ interest }) => interest.author))];
  return authors.length === 1 ? { exclude: authors[0] } : {};
}
