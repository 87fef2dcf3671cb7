import type { Phase, PhaseTransition } from '../model/vocabulary';

/**
 * Reason why a transition cannot be proposed in a phase.
 * @public
 */
export type TransitionRefusal = 'wrongPhase' | 'gateClosed';

const ended: readonly Phase[] = ['point-solution', 'retired'];

/**
 * Returns whether a Pilot has come to an ending: a point solution, or retired.
 * @public
 */
export function isEnded(phase: Phase): boolean {
  return ended.includes(phase);
}

/**
 * Returns whether a phase leads to another one at all, gates aside. `reopen`
 * goes back from whatever was decided or declared to the phase that demand
 * derives.
 * @public
 */
export function leadsTo(phase: Phase, to: PhaseTransition): boolean {
  switch (to) {
    case 'build-out':
      return phase === 'pilot' || phase === 'demand';
    case 'platform':
      return phase === 'build-out';
    case 'point-solution':
      return !isEnded(phase);
    case 'retired':
      return phase !== 'retired';
    default:
      return phase !== 'pilot' && phase !== 'demand';
  }
}

/**
 * Returns `true` where a transition can be made now, else the reason why not.
 *
 * @param gate - whether the gate before the next phase is open
 * @param bypass - past a closed gate to build-out, as declared platform-scale
 * @public
 */
export function transitionAllowed(
  phase: Phase,
  to: PhaseTransition,
  { open, bypass }: { readonly open: boolean; readonly bypass: boolean },
): true | TransitionRefusal {
  if (!leadsTo(phase, to)) {
    return 'wrongPhase';
  }
  const isGated = to === 'platform' || (to === 'build-out' && !bypass);
  return open || !isGated || 'gateClosed';
}

/**
 * The phase that holds after a transition.
 *
 * @param derived - the phase that demand derives
 * @public
 */
export function phaseAfter(
  to: PhaseTransition,
  derived: 'pilot' | 'demand',
): Phase {
  return to === 'reopen' ? derived : to;
}
