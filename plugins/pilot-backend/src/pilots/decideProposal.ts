import { PhaseTransition } from '@pilot-to-platform/plugin-pilot-common';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { PhaseOutcome, PhaseSituation, proposability } from './PhaseSituation';

/** Another phase that somebody who may asks for. */
export interface ProposalCommand {
  readonly to: PhaseTransition;
  readonly reason: string;
  readonly bypass: boolean;
  /** The version of the Pilot that it was made on; any if absent. */
  readonly version?: number;
  /** User ref of who proposes. */
  readonly by: string;
  readonly newId: string;
}

/**
 * Decides a proposal: one at a time, through an open gate or, where the Pilot
 * declares to be of platform scale, past it. The same one again, while it is
 * open, changes nothing.
 */
export function decideProposal(
  situation: PhaseSituation,
  command: ProposalCommand,
  at: Date,
): PhaseOutcome {
  const { proposal: open, version } = situation;
  if (open && isSame(open, command)) {
    return { proposal: open };
  }
  const { to, bypass, reason, by } = command;
  const possible = proposability(situation, to, bypass);
  if (possible !== true) {
    return { refusal: possible };
  }
  if (command.version !== undefined && command.version !== version) {
    return { refusal: 'changed' };
  }
  const id = command.newId;
  return {
    proposal: {
      id,
      targetId: situation.targetId,
      from: situation.phase,
      to,
      reason,
      bypass,
      by,
      at,
      snapshot: situation.snapshot,
      state: 'open',
      decided: null,
      version: 1,
    },
    change: {
      version: version + 1,
      entries: [
        {
          type: 'proposed',
          proposal: id,
          from: situation.phase,
          to,
          reason,
          bypass,
          at,
          actor: by,
        },
      ],
    },
  };
}

function isSame(open: StoredProposal, command: ProposalCommand): boolean {
  return (
    open.by === command.by &&
    open.to === command.to &&
    open.bypass === command.bypass &&
    open.reason === command.reason
  );
}
