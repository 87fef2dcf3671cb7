import { phaseAfter } from '@pilot-to-platform/plugin-pilot-common';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { approvability, PhaseOutcome, PhaseSituation } from './PhaseSituation';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** Answer to a proposal by an approver who may give it. */
export interface DecisionCommand {
  readonly decision: 'approve' | 'reject';
  readonly reason: string;
  /** The version of the proposal that it was made on. */
  readonly version: number;
  /** User ref of who decides. */
  readonly by: string;
}

const stateAfter = { approve: 'approved', reject: 'rejected' } as const;

/**
 * Decides about a proposal, once: nobody about their own, and to approve, the
 * gate has to be open still. The same decision again changes nothing.
 */
export function decideDecision(
  situation: PhaseSituation,
  proposal: StoredProposal,
  command: DecisionCommand,
  at: Date,
): PhaseOutcome {
  const { by, reason } = command;
  const state = stateAfter[command.decision];
  if (proposal.state !== 'open') {
    const { decided } = proposal;
    const isSame =
      proposal.state === state &&
      decided?.by === by &&
      decided.reason === reason;
    const refusal = proposal.state === 'withdrawn' ? 'withdrawn' : 'decided';
    return isSame ? { proposal } : { refusal };
  }
  if (proposal.by === by) {
    return { refusal: 'ownProposal' };
  }
  if (proposal.version !== command.version) {
    return { refusal: 'changed' };
  }
  const { to, bypass } = proposal;
  const possible = state === 'rejected' || approvability(situation, to, bypass);
  if (possible !== true) {
    return { refusal: possible };
  }
  const phase =
    state === 'approved' ? phaseAfter(to, situation.derived) : situation.phase;
  const decided: NewLogEntry = {
    type: 'decided',
    proposal: proposal.id,
    decision: state,
    reason,
    at,
    actor: by,
  };
  return {
    proposal: {
      ...proposal,
      state,
      decided: { by, at, reason, snapshot: situation.snapshot, phase },
      version: proposal.version + 1,
    },
    change: {
      version: situation.version + 1,
      ...(state === 'rejected'
        ? { entries: [decided] }
        : {
            entries: [
              decided,
              {
                type: 'phase',
                phase,
                proposal: proposal.id,
                ...(to === 'reopen' && { derived: true }),
                at,
                actor: by,
              },
            ],
            phase:
              to === 'reopen'
                ? { fixed: null, decision: null }
                : { fixed: phase, decision: proposal.id },
          }),
    },
  };
}
