import type {
  Decide,
  Pilot,
  Proposal,
} from '@pilot-to-platform/plugin-pilot-common';
import type { Proposed } from './Proposed';

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
