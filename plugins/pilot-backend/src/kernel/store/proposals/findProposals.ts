import { Knex } from 'knex';
import { ProposalRow, StoredProposal, toProposal } from './proposalRows';
import { readable, readablePage } from '../readable';

/** One proposal for a target. */
export async function findProposal(
  db: Knex,
  targetId: number,
  id: string,
): Promise<StoredProposal | undefined> {
  const row = await db<ProposalRow>('proposal')
    .where({ id, target_id: targetId })
    .first();
  return row && toProposal(row);
}

/** Some proposals, by id. */
export async function proposalsByIds(
  db: Knex,
  ids: readonly string[],
): Promise<Map<string, StoredProposal>> {
  const found = new Map<string, StoredProposal>();
  const unique = [...new Set(ids)];
  for (let i = 0; i < unique.length; i += 500) {
    const rows = await db<ProposalRow>('proposal').whereIn(
      'id',
      unique.slice(i, i + 500),
    );
    readable(db, 'proposal', rows, toProposal).forEach(each =>
      found.set(each.id, each),
    );
  }
  return found;
}

/** The proposals that wait for their decision, by target. */
export async function openProposals(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StoredProposal>> {
  const rows = await db<ProposalRow>('proposal').whereIn('open_for', [
    ...targetIds,
  ]);
  const open = readable(db, 'proposal', rows, toProposal);
  return new Map(open.map(each => [each.targetId, each]));
}

/** The place of a decision in a list, newest first. */
export interface DecisionPosition {
  readonly at: number;
  readonly id: string;
}

/** A page of what was decided about a target, newest first. */
export async function pageDecided(
  db: Knex,
  targetId: number,
  page: { readonly after?: DecisionPosition; readonly limit: number },
): Promise<StoredProposal[]> {
  return readablePage<ProposalRow, StoredProposal>(db, 'proposal', {
    limit: page.limit,
    read: toProposal,
    rows: async (last, limit) => {
      const query = db<ProposalRow>('proposal')
        .where('target_id', targetId)
        .whereNotNull('decided_at')
        .orderBy([
          { column: 'decided_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit);
      const after = last
        ? { at: Number(last.decided_at), id: last.id }
        : page.after;
      if (after) {
        query.whereRaw('(decided_at, id) < (?, ?)', [after.at, after.id]);
      }
      return query;
    },
  });
}
