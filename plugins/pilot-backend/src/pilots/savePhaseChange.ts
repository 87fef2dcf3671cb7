import { Knex } from 'knex';
import { appendLog } from '../kernel/store/log/appendLog';
import { savePhase } from '../kernel/store/proposals/savePhase';
import { saveProposal } from '../kernel/store/proposals/saveProposal';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { PhaseChange } from './PhaseSituation';

/** Writes what was decided about the phase of a target that is locked. */
export async function savePhaseChange(
  tx: Knex.Transaction,
  targetId: number,
  written: {
    readonly proposal: StoredProposal;
    readonly change: PhaseChange;
    readonly recordedAt: Date;
  },
): Promise<void> {
  const { proposal, change, recordedAt } = written;
  await saveProposal(tx, proposal);
  await savePhase(tx, targetId, change);
  await appendLog(tx, targetId, change.entries, recordedAt);
}
