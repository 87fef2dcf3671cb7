import { MessageOf } from '../../kernel/announce/Message';
import { MessageFacts, Notice } from './MessageFacts';
import { knownTo, ownedInterests } from './ownedInterests';
import { cut, demandOf, quote, some, titleOf } from './wording';
import { StoredInterest } from '../../kernel/store/interests/interestRows';

/** Tells an owner of new interest, as far as it still stands. */
export function composeInbox(
  messages: ReadonlyArray<MessageOf<'inbox'>>,
  facts: MessageFacts,
  now: Date,
): Notice | undefined {
  // What the owner answered meanwhile is no news to them.
  const found = ownedInterests(messages, facts).filter(
    ({ interest }) => interest.status === 'open',
  );
  if (found.length === 0) {
    return undefined;
  }
  const [{ target }] = found;
  const asks = found.map(({ interest }) => {
    const label = labelOf(interest);
    const team = facts.teamTitle(interest.team);
    return label ? `${team}: ${quote(label)}` : team;
  });
  return {
    title: `New interest in ${titleOf(target)}`,
    description: `${some(asks, '; ')}. ${facts.open} open.`,
    link: demandOf(target),
    topic: 'inbox',
    scope: `inbox:${target.id}:${now.toISOString().slice(0, 10)}`,
    ...knownTo(found),
  };
}

/** Labels a use case, to tell it from others: its key, or how it begins. */
function labelOf({ useCaseKey, useCase }: StoredInterest): string | undefined {
  if (useCaseKey !== 'default') {
    const words = useCaseKey.replaceAll('-', ' ');
    return words[0].toLocaleUpperCase('en-US') + words.slice(1);
  }
  // The sentence that quotes it has a full stop of its own.
  return useCase ? cut(useCase.replace(/\.+$/, ''), 80) : undefined;
}
