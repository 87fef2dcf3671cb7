import {
  DecisionSnapshot,
  decisionSnapshotSchema,
  Phase,
  phases,
  PhaseTransition,
  phaseTransitions,
  Proposal,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { MadeFrom } from '../../sight/Sight';
import { objectOf, textOf, timeOf, wordOf } from '../columns';
import { UnreadableRowError } from '../UnreadableRowError';

/** A row of `proposal`. */
export interface ProposalRow {
  id: string;
  target_id: number | string;
  from_phase: string;
  to_phase: string;
  reason: string;
  bypass: boolean | number;
  proposed_by: string;
  proposed_at: number | string;
  snapshot: string;
  state: string;
  /** The target, while it is open: one at a time. */
  open_for: number | string | null;
  decided_by: string | null;
  decided_at: number | string | null;
  decision_reason: string | null;
  decided_snapshot: string | null;
  decided_phase: string | null;
  version: number;
}

/** Facts that a proposal or a decision was made on, and their sources. */
export type StoredSnapshot = DecisionSnapshot & {
  /** Of the automatic answers in it; nothing is known of earlier versions. */
  readonly madeFrom?: MadeFrom;
};

const storedSnapshotSchema = decisionSnapshotSchema.extend({
  madeFrom: z
    .object({
      refs: z.array(z.string()).optional(),
      interest: z.boolean().optional(),
    })
    .optional(),
});

/** A proposed change of phase, and what became of it. */
export interface StoredProposal {
  readonly id: string;
  readonly targetId: number;
  readonly from: Phase;
  readonly to: PhaseTransition;
  readonly reason: string;
  readonly bypass: boolean;
  /** User ref of who proposed it. */
  readonly by: string;
  readonly at: Date;
  readonly snapshot: StoredSnapshot;
  readonly state: Proposal['state'];
  /** Of an approved or rejected one. */
  readonly decided: {
    readonly by: string;
    readonly at: Date;
    readonly reason: string;
    readonly snapshot: StoredSnapshot;
    /** The phase that held afterwards. */
    readonly phase: Phase;
  } | null;
  readonly version: number;
}

const states = ['open', 'approved', 'rejected', 'withdrawn'] as const;

/** Fields that a newer version added are left out. */
function snapshotOf(json: string | null, column: string): StoredSnapshot {
  const read = storedSnapshotSchema.safeParse(objectOf(json, column));
  if (!read.success) {
    const [{ path }] = read.error.issues;
    throw new UnreadableRowError([column, ...path].join('.'), 'is not known');
  }
  return read.data;
}

/** @throws UnreadableRowError for what this version does not know */
export function toProposal(row: ProposalRow): StoredProposal {
  return {
    id: row.id,
    targetId: Number(row.target_id),
    from: wordOf(phases, row.from_phase, 'from_phase'),
    to: wordOf(phaseTransitions, row.to_phase, 'to_phase'),
    reason: row.reason,
    bypass: Boolean(row.bypass),
    by: row.proposed_by,
    at: timeOf(row.proposed_at, 'proposed_at'),
    snapshot: snapshotOf(row.snapshot, 'snapshot'),
    state: wordOf(states, row.state, 'state'),
    decided:
      row.decided_at === null
        ? null
        : {
            by: textOf(row.decided_by, 'decided_by'),
            at: timeOf(row.decided_at, 'decided_at'),
            reason: textOf(row.decision_reason, 'decision_reason'),
            snapshot: snapshotOf(row.decided_snapshot, 'decided_snapshot'),
            phase: wordOf(phases, row.decided_phase, 'decided_phase'),
          },
    version: row.version,
  };
}

export function toProposalRow(proposal: StoredProposal): ProposalRow {
  const { decided } = proposal;
  return {
    id: proposal.id,
    target_id: proposal.targetId,
    from_phase: proposal.from,
    to_phase: proposal.to,
    reason: proposal.reason,
    bypass: proposal.bypass,
    proposed_by: proposal.by,
    proposed_at: proposal.at.getTime(),
    snapshot: JSON.stringify(proposal.snapshot),
    state: proposal.state,
    open_for: proposal.state === 'open' ? proposal.targetId : null,
    decided_by: decided?.by ?? null,
    decided_at: decided?.at.getTime() ?? null,
    decision_reason: decided?.reason ?? null,
    decided_snapshot: decided && JSON.stringify(decided.snapshot),
    decided_phase: decided?.phase ?? null,
    version: proposal.version,
  };
}

/** A phase that the catalog declared, taken over at first sight or by somebody. */
export interface DeclaredPhase {
  readonly id: string;
  readonly phase: Phase;
  readonly at: Date;
  /** Ref of who adopted it; the catalog plugin at first sight. */
  readonly actor: string;
}
