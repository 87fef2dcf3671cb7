import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { PhaseChange, PhaseOutcome } from './PhaseSituation';

/**
 * Decides that a proposal is taken back: by whoever made it, while it is open.
 * Again, it changes nothing.
 *
 * @param version - how many proposals and decisions the Pilot has had
 */
export function decideWithdrawal(
  proposal: StoredProposal,
  version: number,
  { by, at }: { readonly by: string; readonly at: Date },
): PhaseOutcome {
  if (proposal.by !== by) {
    return { refusal: 'notProposer' };
  }
  if (proposal.state === 'withdrawn') {
    return { proposal };
  }
  return proposal.state === 'open'
    ? withdrawnProposal(proposal, version, { actor: by, at })
    : { refusal: 'decided' };
}

/** Takes an open proposal back, whoever does it. */
export function withdrawnProposal(
  proposal: StoredProposal,
  version: number,
  when: { readonly actor: string; readonly at: Date },
): { readonly proposal: StoredProposal; readonly change: PhaseChange } {
  return {
    proposal: {
      ...proposal,
      state: 'withdrawn',
      version: proposal.version + 1,
    },
    change: {
      version: version + 1,
      entries: [{ type: 'proposalWithdrawn', proposal: proposal.id, ...when }],
    },
  };
}
