import {
  DecisionSnapshot,
  Gate,
  Phase,
  PhaseTransition,
} from '@pilot-to-platform/plugin-pilot-common';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { PhaseSituation } from '../pilots/PhaseSituation';

export const proposedAt = new Date('2026-11-20T09:00:00Z');
/** Person who proposes. */
export const dana = 'user:default/dana';
/** Person who decides. */
export const ada = 'user:default/ada';

const snapshot = { asOf: proposedAt.toISOString() } as DecisionSnapshot;

const nextPhase: Partial<Record<Phase, Gate['to']>> = {
  pilot: 'build-out',
  demand: 'build-out',
  'build-out': 'platform',
};

/** A Pilot of platform scale in a phase, with a closed gate unless said otherwise. */
export function phaseSituation(
  phase: Phase,
  options: { open?: boolean } & Partial<PhaseSituation> = {},
): PhaseSituation {
  const { open = false, ...rest } = options;
  const to = nextPhase[phase];
  return {
    targetId: 7,
    phase,
    derived: 'demand',
    gate: to
      ? { to, open, left: open ? [] : [{ code: 'check', check: 'docs.x' }] }
      : null,
    platformScale: true,
    hasApprovers: true,
    version: 3,
    snapshot,
    ...rest,
  };
}

/** Dana's open proposal of a transition. */
export function storedProposal(
  to: PhaseTransition,
  of: Partial<StoredProposal> = {},
): StoredProposal {
  return {
    ...{ id: 'p1', targetId: 7, from: 'demand', to, reason: 'Why', by: dana },
    ...{ bypass: false, at: proposedAt, snapshot, state: 'open' },
    ...{ decided: null, version: 1 },
    ...of,
  };
}
