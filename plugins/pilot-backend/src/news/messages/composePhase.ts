import { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { MessageOf } from '../../kernel/announce/Message';
import {
  AskedFor,
  MessageFacts,
  Notice,
  PhaseFacts,
  PresentProposal,
} from './MessageFacts';
import { dayOf, myNeeds, pageOf, quote, some, titleOf } from './wording';
import { StoredTarget } from '../../kernel/store/targets/targetRows';

type PhaseMessage = MessageOf<'phase'>;

/**
 * Tells whoever still asks for a Pilot which phase was decided, as long as it is
 * the one that holds. Who asked for something that implements the Pilot is told
 * of what they asked for: they may not be able to see the Pilot itself. With
 * `known` all hear that there is news of what they asked for, and not which.
 */
export function composePhase(
  messages: readonly PhaseMessage[],
  { details, phases }: MessageFacts,
  now: Date,
): Notice | undefined {
  const [told] = messages.toReversed().flatMap(({ subject, payload }) => {
    const found = phases?.proposals.get(subject);
    const through = payload.through;
    const asked = found && phases?.asked.get(through ?? found.target.id);
    return found && asked && holds(found)
      ? [{ found, asked, through: through !== null }]
      : [];
  });
  if (!told) {
    return undefined;
  }
  const { found, asked } = told;
  const common = { topic: 'phase', scope: `phase:${asked.target.id}` };
  if (details === 'known') {
    return {
      ...common,
      // That it is about a phase is more than that there is news.
      topic: 'news',
      title: `There is news about ${titleOf(asked.target)}`,
      description: `You asked for it on ${dayOf(asked.since, now)}.`,
      link: asked.target.mergedInto === null ? pageOf(asked.target) : myNeeds,
    };
  }
  return told.through
    ? {
        ...common,
        title: `The pilot behind ${titleOf(asked.target)} ${nowIs(found)}`,
        description: `You asked for it on ${dayOf(asked.since, now)}.`,
        link: pageOf(asked.target),
      }
    : {
        ...common,
        title: `${titleOf(found.target)} ${nowIs(found)}`,
        description: describe(found, asked, { phases: phases!, now }),
        link: pageOf(found.target),
      };
}

/** Returns whether the Pilot is in the phase that was decided. */
function holds({ proposal, target }: PresentProposal): boolean {
  return (
    proposal.state === 'approved' &&
    target.goneAt === null &&
    (proposal.to === 'reopen'
      ? target.fixedPhase === null
      : target.phaseDecision === proposal.id)
  );
}

function nowIs({ target }: PresentProposal): string {
  switch (target.phase as Phase) {
    case 'platform':
      return 'is a platform';
    case 'point-solution':
      return 'stays a point solution';
    case 'retired':
      return 'is retired';
    default:
      return `is now in phase ${target.phase}`;
  }
}

function describe(
  { proposal, target }: PresentProposal,
  asked: AskedFor,
  { phases, now }: { readonly phases: PhaseFacts; readonly now: Date },
): string {
  const reason = `Reason: ${quote(proposal.decided?.reason ?? '')}`;
  switch (target.phase as Phase) {
    case 'platform':
      return phases.offers.length > 0
        ? `You can start now: ${some(phases.offers)}.`
        : 'You can start now.';
    case 'point-solution':
    case 'retired':
      return `${reason} Tell the owner if you still need it.`;
    default:
      return `${askedBy(target, asked, now)} ${reason}`;
  }
}

function askedBy(
  { sums }: StoredTarget,
  { since }: AskedFor,
  now: Date,
): string {
  const day = dayOf(since, now);
  return sums.teams > 1
    ? `${sums.teams} teams asked for it, yours on ${day}.`
    : `You asked for it on ${day}.`;
}
