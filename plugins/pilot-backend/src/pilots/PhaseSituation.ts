import {
  Gate,
  Phase,
  PhaseTransition,
  transitionAllowed,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  StoredProposal,
  StoredSnapshot,
} from '../kernel/store/proposals/proposalRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** A Pilot as a proposal or a decision finds it. */
export interface PhaseSituation {
  readonly targetId: number;
  readonly phase: Phase;
  /** The phase that demand derives. */
  readonly derived: 'pilot' | 'demand';
  readonly gate: Gate | null;
  /** It declares to be of platform scale. */
  readonly platformScale: boolean;
  /** True where anybody is configured to decide. */
  readonly hasApprovers: boolean;
  /** Counts proposals and decisions. */
  readonly version: number;
  /** The proposal that waits for its decision. */
  readonly proposal?: StoredProposal;
  /** Score, gate and readiness as they are. */
  readonly snapshot: StoredSnapshot;
}

/** Reason why something cannot be done about a phase now. */
export type PhaseRefusal =
  | 'wrongPhase'
  | 'gateClosed'
  | 'notStated'
  | 'noApprovers'
  | 'openProposal'
  | 'decided'
  | 'withdrawn'
  | 'changed'
  | 'ownProposal'
  | 'notProposer';

/** Outcome of a command about a phase; no change where nothing is new. */
export type PhaseOutcome =
  | { readonly refusal: PhaseRefusal }
  | { readonly proposal: StoredProposal; readonly change?: PhaseChange };

/** Changes that a proposal or a decision makes to a target. */
export interface PhaseChange {
  readonly entries: readonly NewLogEntry[];
  /** The version of the target's phase afterwards. */
  readonly version: number;
  /** The phase that is fixed from now on, or derived again; absent: as it was. */
  readonly phase?: {
    readonly fixed: Phase | null;
    readonly decision: string | null;
  };
}

/** Decides whether a transition can be proposed now, whoever proposes it. */
export function proposability(
  situation: Omit<PhaseSituation, 'snapshot'>,
  to: PhaseTransition,
  bypass: boolean,
): true | PhaseRefusal {
  const allowed = approvability(situation, to, bypass);
  if (allowed === 'wrongPhase') {
    return allowed;
  }
  if (!situation.hasApprovers) {
    return 'noApprovers';
  }
  return situation.proposal ? 'openProposal' : allowed;
}

/** Decides whether a transition can be made now, with the gate as it is. */
export function approvability(
  { phase, gate, platformScale }: Omit<PhaseSituation, 'snapshot'>,
  to: PhaseTransition,
  bypass: boolean,
): true | 'wrongPhase' | 'gateClosed' | 'notStated' {
  const open = gate !== null && gate.to === to && gate.open;
  const allowed = transitionAllowed(phase, to, { open, bypass });
  return allowed === true && bypass && !platformScale ? 'notStated' : allowed;
}
