import { PhaseTransition } from '@pilot-to-platform/plugin-pilot-common';
import { PhaseRefusal } from '../phases/PhaseSituation';
import { PhaseReading } from '../phases/readPhases';

/** Why something cannot be done about a phase, in words for whoever tried. */
export function describeRefusal(
  refusal: PhaseRefusal,
  { target, gate, proposal }: PhaseReading,
  to?: PhaseTransition,
): string {
  switch (refusal) {
    case 'wrongPhase':
      return `to: ${target.ref} is in phase ${target.phase}, from which nothing leads to ${to}`;
    case 'gateClosed': {
      const left = gate?.left.length ?? 0;
      const things = left === 1 ? '1 thing' : `${left} things`;
      return `to: the gate to ${to} is closed, with ${things} left; current.gate says what`;
    }
    case 'notStated':
      return `bypass: ${target.ref} does not declare spec.platformScale, so its gate has to open`;
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
