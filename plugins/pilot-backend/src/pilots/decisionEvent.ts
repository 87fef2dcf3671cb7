import { DecisionEvent, Phase } from '@pilot-to-platform/plugin-pilot-common';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';

const types = {
  open: 'proposed',
  withdrawn: 'withdrawn',
  approved: 'approved',
  rejected: 'rejected',
} as const;

/** Describes the outcome of a proposal in the words of the event. */
export function decisionEvent(
  proposal: StoredProposal,
  where: {
    readonly target: string;
    /** The phase that holds afterwards. */
    readonly phase: Phase;
    readonly at: Date;
  },
): DecisionEvent {
  return {
    type: types[proposal.state],
    proposal: proposal.id,
    target: where.target,
    from: proposal.from,
    to: proposal.to,
    phase: where.phase,
    at: where.at.toISOString(),
  };
}
