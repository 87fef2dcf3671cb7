import { MessageOf } from '../../kernel/announce/Message';
import { MessageFacts, Notice } from './MessageFacts';
import { knownTo, ownedInterests } from './ownedInterests';
import { demandOf, some, titleOf } from './wording';

/** Tells an owner who plans to build their own, as far as they still do. */
export function composeFragmentation(
  messages: ReadonlyArray<MessageOf<'fragmentation'>>,
  facts: MessageFacts,
): Notice | undefined {
  const found = ownedInterests(messages, facts).filter(
    ({ interest }) => interest.otherwise === 'build-own',
  );
  if (found.length === 0) {
    return undefined;
  }
  const [{ target, interest }] = found;
  const teams = [
    ...new Set(found.map(each => facts.teamTitle(each.interest.team))),
  ];
  const common = {
    link: demandOf(target),
    topic: 'fragmentation',
    ...knownTo(found),
  };
  return teams.length === 1
    ? {
        ...common,
        title: `${teams[0]} plans to build its own`,
        description: `About ${titleOf(target)}. Talk before they start.`,
        scope: `fragmentation:${interest.id}`,
      }
    : {
        ...common,
        title: `${teams.length} teams plan to build their own`,
        description: `About ${titleOf(target)}: ${some(
          teams,
        )}. Talk before they start.`,
        scope: `fragmentation:target:${target.id}`,
      };
}
