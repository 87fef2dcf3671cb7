import { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { PhaseRefusal } from './PhaseSituation';
import { describeRefusal } from './phaseRefusals';

type SeenPilot = Pick<Pilot, 'target' | 'phase' | 'gate' | 'proposal'>;
const pilot = {
  ...{ target: 'pilot:default/lake', phase: 'demand' },
  ...{ gate: null, proposal: { to: 'retired' } },
} as unknown as SeenPilot;
const withLeft = (left: number) =>
  ({
    ...pilot,
    gate: { left: Array.from({ length: left }) },
  } as unknown as SeenPilot);

it.each<[string, PhaseRefusal, SeenPilot, string]>([
  [
    'a phase that leads nowhere',
    'wrongPhase',
    pilot,
    'to: pilot:default/lake is in phase demand, from which nothing leads to platform',
  ],
  [
    'a gate that one may not read',
    'gateClosed',
    pilot,
    'to: the gate to platform is closed',
  ],
  [
    'a gate with one thing left',
    'gateClosed',
    withLeft(1),
    'to: the gate to platform is closed, with 1 thing left; current.gate says what',
  ],
  [
    'a gate with more left',
    'gateClosed',
    withLeft(2),
    'to: the gate to platform is closed, with 2 things left; current.gate says what',
  ],
  [
    'a Pilot that does not state its scale',
    'notStated',
    pilot,
    'bypass: pilot:default/lake does not declare spec.platformScale, so its gate has to open',
  ],
  [
    'a portal without approvers',
    'noApprovers',
    pilot,
    'to: nobody is configured to decide; an operator has to set pilot.decisions.approvers first',
  ],
  [
    'another proposal',
    'openProposal',
    pilot,
    'to: retired is proposed already and waits for its decision; one proposal at a time',
  ],
  [
    'a decision',
    'decided',
    pilot,
    'The proposal is decided already; decisions are never edited',
  ],
  ['a withdrawal', 'withdrawn', pilot, 'The proposal was withdrawn'],
  [
    'a proposal of one’s own',
    'ownProposal',
    pilot,
    'You proposed this, so someone else decides',
  ],
  [
    'a proposal of somebody else',
    'notProposer',
    pilot,
    'Only who made a proposal can withdraw it',
  ],
  [
    'something newer',
    'changed',
    pilot,
    'version: it changed meanwhile; look at current first',
  ],
])('words what %s stands against', (_, refusal, of, expected) => {
  expect(describeRefusal(refusal, of, 'platform')).toBe(expected);
});
