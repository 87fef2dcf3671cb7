import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { ProposalRow, StoredProposal, toProposalRow } from './proposalRows';

/**
 * Writes a proposal as it is now.
 *
 * @throws ConflictError for one that is decided or withdrawn: it is never edited
 */
export async function saveProposal(
  tx: Knex.Transaction,
  proposal: StoredProposal,
): Promise<void> {
  const written = await tx<ProposalRow>('proposal')
    .insert(toProposalRow(proposal))
    .onConflict('id')
    .merge()
    .where('proposal.state', 'open')
    .returning('id');
  if (written.length === 0) {
    throw new ConflictError(
      `Proposal ${proposal.id} is closed; decisions are never edited`,
    );
  }
}
