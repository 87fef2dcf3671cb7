import { Pilot, PhaseTransition } from '@pilot-to-platform/plugin-pilot-common';
import { PhaseRefusal } from './PhaseSituation';

/**
 * Explains why something cannot be done about a phase to whoever tried.
 *
 * @param pilot - as they may see it
 */
export function describeRefusal(
  refusal: PhaseRefusal,
  pilot: Pick<Pilot, 'target' | 'phase' | 'gate' | 'proposal'>,
  to?: PhaseTransition,
): string {
  const { target, phase, gate, proposal } = pilot;
  switch (refusal) {
    case 'wrongPhase':
      return `to: ${target} is in phase ${phase}, from which nothing leads to ${to}`;
    case 'gateClosed': {
      if (!gate) {
        return `to: the gate to ${to} is closed`;
      }
      const left = gate.left.length;
      const things = left === 1 ? '1 thing' : `${left} things`;
      return `to: the gate to ${to} is closed, with ${things} left; current.gate says what`;
    }
    case 'notStated':
      return `bypass: ${target} does not declare spec.platformScale, so its gate has to open`;
    case 'noApprovers':
      return 'to: nobody is configured to decide; an operator has to set pilot.decisions.approvers first';
    case 'openProposal':
      return `to: ${proposal?.to} is proposed already and waits for its decision; one proposal at a time`;
    case 'decided':
      return 'The proposal is decided already; decisions are never edited';
    case 'withdrawn':
      return 'The proposal was withdrawn';
    case 'ownProposal':
      return 'You proposed this, so someone else decides';
    case 'notProposer':
      return 'Only who made a proposal can withdraw it';
    default:
      return 'version: it changed meanwhile; look at current first';
  }
}
