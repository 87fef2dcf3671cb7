import type {
  Decide,
  Pilot,
  Proposal,
  PhaseTransition,
} from '@pilot-to-platform/plugin-pilot-common';

/** Change of phase that the reader is about to propose. */
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

/** Returns the key of the words for a transition. */
export function wordsOf({ to, bypass }: Proposed): PhaseTransition | 'bypass' {
  return bypass ? 'bypass' : to;
}
