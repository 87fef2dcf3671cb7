import type {
  Decide,
  Pilot,
  Proposal,
  PhaseTransition,
} from '@pilot-to-platform/plugin-pilot-common';

/** What is about to be proposed. */
export interface Proposed {
  readonly to: PhaseTransition;
  /** Past a closed gate, as declared to be of platform scale. */
  readonly bypass: boolean;
}

/** Something to propose about a Pilot, as it was when its dialog opened. */
export interface ProposeOpened {
  readonly type: 'propose';
  readonly pilot: Pilot;
  readonly proposed: Proposed;
}

/** A proposal to decide, as it was when its dialog opened. */
export interface DecideOpened {
  readonly type: 'decide';
  readonly pilot: Pilot;
  readonly proposal: Proposal;
  readonly decision: Decide['decision'];
}

/** The dialog that is open in the gate box. */
export type GateDialog = ProposeOpened | DecideOpened | { type: 'handOff' };

/** Under which words a transition is named. */
export function wordsOf({ to, bypass }: Proposed): PhaseTransition | 'bypass' {
  return bypass ? 'bypass' : to;
}
