import { MessageOf } from '../../kernel/announce/Message';
import { ExpiringOf, MessageFacts, Notice } from './MessageFacts';
import { pageOf, some, titleOf } from './wording';

/** Tells who can renew them which answers lapse soon. */
export function composeExpiry(
  _messages: ReadonlyArray<MessageOf<'expiry'>>,
  { expiring = [] }: MessageFacts,
): Notice | undefined {
  const count = expiring.reduce((sum, { checks }) => sum + checks.length, 0);
  if (count === 0) {
    return undefined;
  }
  const [first] = expiring;
  const isOne = expiring.length === 1;
  return {
    title:
      count === 1 ? '1 answer expires soon' : `${count} answers expire soon`,
    description: `${some(expiring.map(describe), '. ')}.`,
    // Of several, what lapses first: they need not be Pilots, so no list has all.
    link: pageOf(first.target, 'readiness'),
    topic: 'expiry',
    scope: isOne ? `expiry:${first.target.id}` : 'expiry',
  };
}

function describe({ target, checks }: ExpiringOf): string {
  return `${titleOf(target)}: ${some(checks.map(nameOfCheck))}`;
}

/** `governance.security-review` as people read it: `Security review`. */
function nameOfCheck(id: string): string {
  const words = id.slice(id.lastIndexOf('.') + 1).replace(/-/g, ' ');
  return `${words.charAt(0).toLocaleUpperCase('en-US')}${words.slice(1)}`;
}
