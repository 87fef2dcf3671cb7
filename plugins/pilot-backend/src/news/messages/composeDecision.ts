import { PhaseTransition } from '@pilot-to-platform/plugin-pilot-common';
import { MessageOf } from '../../kernel/announce/Message';
import { MessageFacts, Notice, PresentProposal } from './MessageFacts';
import { pageOf, portfolio, quote, titleOf } from './wording';

/**
 * Asks approvers to decide, as long as there is something to decide. Who is not
 * the owner need not be able to see what it is about.
 */
export function composeDecision(
  messages: ReadonlyArray<MessageOf<'decision'>>,
  facts: MessageFacts,
): Notice | undefined {
  const [{ recipient }] = messages;
  const { phases } = facts;
  const found = latest(
    messages,
    facts,
    ({ proposal, target }) =>
      proposal.state === 'open' && target.goneAt === null,
  );
  if (!found || !phases?.approvers.includes(recipient)) {
    return undefined;
  }
  const { proposal, target } = found;
  const common = {
    topic: 'decision',
    scope: `decision:${proposal.id}`,
    exclude: proposal.by,
  };
  if (facts.details === 'known' && target.owner !== recipient) {
    return {
      ...common,
      title: 'Decision needed',
      description: 'A proposal waits for an approver.',
      link: portfolio,
    };
  }
  const who = phases.personName(proposal.by);
  return {
    ...common,
    title: `Decision needed: ${asked(proposal.to, titleOf(target))}`,
    description: `${who} proposed it: ${quote(proposal.reason)}${left(found)}`,
    link: pageOf(target, 'readiness'),
  };
}

/** Tells an owner what a proposal came to. */
export function composeDecided(
  messages: ReadonlyArray<MessageOf<'decided'>>,
  facts: MessageFacts,
): Notice | undefined {
  const [{ recipient }] = messages;
  const { phases } = facts;
  const found = latest(
    messages,
    facts,
    ({ proposal, target }) =>
      proposal.decided !== null &&
      target.goneAt === null &&
      target.owner === recipient,
  );
  const decided = found?.proposal.decided;
  if (!found || !decided || !phases) {
    return undefined;
  }
  const { proposal, target } = found;
  const word = proposal.state === 'approved' ? 'Approved' : 'Rejected';
  return {
    title: `${word}: ${asked(proposal.to, titleOf(target))}`,
    description: `By ${phases.personName(decided.by)}: ${quote(
      decided.reason,
    )}`,
    link: pageOf(target, 'readiness'),
    topic: 'decision',
    scope: `decision:${proposal.id}`,
    exclude: decided.by,
  };
}

/** The last of the proposals of which something is still to be told. */
function latest(
  messages: ReadonlyArray<{ readonly subject: string }>,
  { phases }: MessageFacts,
  stands: (found: PresentProposal) => boolean,
): PresentProposal | undefined {
  return messages
    .flatMap(({ subject }) => phases?.proposals.get(subject) ?? [])
    .findLast(stands);
}

/** Words a proposal as something to do. */
function asked(to: PhaseTransition, title: string): string {
  switch (to) {
    case 'build-out':
      return `build out ${title}`;
    case 'platform':
      return `launch ${title}`;
    case 'point-solution':
      return `keep ${title} as a point solution`;
    case 'retired':
      return `retire ${title}`;
    default:
      return `bring back ${title}`;
  }
}

/** Says what was left when it was proposed, where a gate is asked. */
function left({ proposal }: PresentProposal): string {
  if (proposal.bypass) {
    return ' It is to go past the gate, as platform-scale.';
  }
  return proposal.to === 'build-out' || proposal.to === 'platform'
    ? ' Nothing is left on the list.'
    : '';
}
