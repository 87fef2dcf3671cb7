import {
  DecisionSnapshot,
  decisionSnapshotSchema,
  Phase,
  PhaseTransition,
  Proposal,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { MadeFrom } from '../sight/Sight';

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

/** What a proposal or a decision was made on, and what that was made from. */
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

export function toProposal(row: ProposalRow): StoredProposal {
  const snapshotOf = (json: string) =>
    storedSnapshotSchema.parse(JSON.parse(json));
  return {
    id: row.id,
    targetId: Number(row.target_id),
    from: row.from_phase as Phase,
    to: row.to_phase as PhaseTransition,
    reason: row.reason,
    bypass: Boolean(row.bypass),
    by: row.proposed_by,
    at: new Date(Number(row.proposed_at)),
    snapshot: snapshotOf(row.snapshot),
    state: row.state as StoredProposal['state'],
    decided:
      row.decided_at === null
        ? null
        : {
            by: row.decided_by!,
            at: new Date(Number(row.decided_at)),
            reason: row.decision_reason!,
            snapshot: snapshotOf(row.decided_snapshot!),
            phase: row.decided_phase as Phase,
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
