import { composeExpiry } from './composeExpiry';
import { composeFragmentation } from './composeFragmentation';
import { composeInbox } from './composeInbox';
import { composeDecided, composeDecision } from './composeDecision';
import { composePhase } from './composePhase';
import { composeStatus } from './composeStatus';
import {
  Message,
  MessageOf,
  MessageTopic,
} from '../../kernel/announce/Message';
import { MessageFacts, Notice } from './MessageFacts';
import { myNeeds, some, titleOf } from './wording';

type Compose<Topic extends MessageTopic> = (
  messages: ReadonlyArray<MessageOf<Topic>>,
  facts: MessageFacts,
  now: Date,
) => Notice | undefined;

/** Asks an author whether they still need what they asked for long ago. */
const composeConfirm: Compose<'confirm'> = (_messages, { toConfirm }) => {
  if (toConfirm.length === 0) {
    return undefined;
  }
  const isOne = toConfirm.length === 1;
  return {
    title: `Do you still need ${
      isOne ? titleOf(toConfirm[0].askedFor) : `${toConfirm.length} things`
    }?`,
    description: `Confirm, change or withdraw ${isOne ? 'it' : 'them'}.`,
    link: myNeeds,
    topic: 'confirm',
    scope: 'confirm',
  };
};

/** Tells an author where their interest went, or that it went somewhere. */
const composeMerge: Compose<'merge'> = (messages, { details, joined }) => {
  if (!joined || (details === 'known' && joined.from.length === 0)) {
    return undefined;
  }
  const { into, isKnown } = joined;
  const names =
    details === 'full'
      ? messages.map(({ payload }) => payload.from)
      : joined.from.map(titleOf);
  const from = some([...new Set(names)]);
  return {
    title:
      details === 'full' || isKnown
        ? `${from} joined ${titleOf(into)}`
        : `${from} joined something else`,
    description: 'Your interest moved with it. Nothing to do.',
    link: myNeeds,
    topic: 'merge',
    scope: `merge:${into.id}`,
  };
};

/** In the order in which they come first where several are told as one. */
const composers: { readonly [Topic in MessageTopic]: Compose<Topic> } = {
  decision: composeDecision,
  decided: composeDecided,
  phase: composePhase,
  fragmentation: composeFragmentation,
  merge: composeMerge,
  status: composeStatus,
  inbox: composeInbox,
  confirm: composeConfirm,
  expiry: composeExpiry,
};

/**
 * Makes one notice of the messages of one recipient and scope, or none where
 * what they were to tell does not hold any more.
 */
export function composeMessage(
  messages: readonly Message[],
  facts: MessageFacts,
  now: Date,
): Notice | undefined {
  const topics = Object.keys(composers) as MessageTopic[];
  const [first, ...others] = topics.flatMap(topic => {
    const own = messages.filter(each => each.topic === topic);
    const compose = composers[topic] as Compose<MessageTopic>;
    return (own.length > 0 && compose(own, facts, now)) || [];
  });
  if (!first || others.length === 0) {
    return first;
  }
  const { exclude, ...notice } = first;
  return {
    ...notice,
    description: [
      first.description,
      ...others.map(({ title, description }) => `${title}: ${description}`),
    ].join(' '),
    ...(others.every(other => other.exclude === exclude) && { exclude }),
  };
}
