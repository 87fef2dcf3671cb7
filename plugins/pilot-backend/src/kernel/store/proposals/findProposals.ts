import { ConflictError } from '@backstage/errors';
import { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import {
  ProposalRow,
  StoredProposal,
  toProposal,
  toProposalRow,
} from './proposalRows';
import { readable, readablePage } from '../readable';
import { DeclaredPhase } from './proposalRows';
import { TargetRow } from '../targets/targetRows';
import { LogRow, toLogEntry } from '../log/logRows';

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

/** True where the phase of a target was ever declared, adopted or decided. */
export async function hasPhaseEntry(
  db: Knex,
  targetId: number,
): Promise<boolean> {
  const entry = await db('interest_log')
    .where({ target_id: targetId, type: 'phase' })
    .first('seq');
  return entry !== undefined;
}

/** The declared phase of a target that was taken over, if one was. */
export async function declaredPhase(
  db: Knex,
  targetId: number,
): Promise<DeclaredPhase | undefined> {
  const rows = await db<LogRow>('interest_log')
    .where({ target_id: targetId, type: 'phase' })
    .orderBy(['at', 'seq']);
  for (const entry of readable(db, 'interest_log', rows, toLogEntry)) {
    if (entry.type === 'phase' && entry.proposal === undefined) {
      const { phase, at, seq, actor } = entry;
      return { id: `declared-${seq}`, phase, at, actor };
    }
  }
  return undefined;
}

/** Returns when demand last began to derive the phase of a target again. */
export async function reopenedAt(
  db: Knex,
  targetId: number,
): Promise<Date | undefined> {
  const rows = await db<LogRow>('interest_log')
    .where({ target_id: targetId, type: 'phase' })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'seq', order: 'desc' },
    ])
    .limit(1);
  const [entry] = readable(db, 'interest_log', rows, toLogEntry);
  return entry?.type === 'phase' && entry.derived ? entry.at : undefined;
}

/** Writes what was decided about the phase of a target that is locked. */
export async function savePhase(
  tx: Knex.Transaction,
  targetId: number,
  decided: {
    readonly version: number;
    /** Absent where it stays as it was. */
    readonly phase?: {
      readonly fixed: Phase | null;
      readonly decision: string | null;
    };
  },
): Promise<void> {
  const { version, phase } = decided;
  await tx<TargetRow>('target')
    .where('id', targetId)
    .update({
      phase_version: version,
      ...(phase && {
        declared_phase: phase.fixed,
        phase_decision: phase.decision,
      }),
    });
}
