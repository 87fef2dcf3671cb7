import type { PhaseTransition } from '@pilot-to-platform/plugin-pilot-common';

/** What is about to be proposed. */
export interface Proposed {
  readonly to: PhaseTransition;
  /** Past a closed gate, as declared to be of platform scale. */
  readonly bypass: boolean;
}

/** Under which words a transition is named. */
export function wordsOf({ to, bypass }: Proposed): PhaseTransition | 'bypass' {
  return bypass ? 'bypass' : to;
}
