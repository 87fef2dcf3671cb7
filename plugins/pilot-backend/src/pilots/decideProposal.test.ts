import { Phase, PhaseTransition } from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import {
  dana,
  phaseSituation,
  proposedAt as at,
  storedProposal,
} from '../__testUtils__/phaseSituation';
import { decideProposal, ProposalCommand } from './decideProposal';
import { PhaseRefusal, PhaseSituation } from './PhaseSituation';

// What each phase leads to, with which gate, is in transitions.test.ts.
const propose = (
  phase: Phase,
  to: PhaseTransition,
  command: Partial<ProposalCommand> = {},
  of: Parameters<typeof phaseSituation>[1] = {},
) =>
  decideProposal(
    ...deepFreeze([
      phaseSituation(phase, of),
      { to, bypass: false, by: dana, reason: 'Why', newId: 'p1', ...command },
      at,
    ] as const),
  );

it('waits for its decision with what it was made on, and is logged', () => {
  const { snapshot } = phaseSituation('demand');
  const outcome = propose(
    'demand',
    'build-out',
    { version: 3 },
    { open: true },
  );
  expect(outcome).toEqual({
    proposal: {
      ...{ id: 'p1', targetId: 7, from: 'demand', to: 'build-out' },
      ...{ reason: 'Why', bypass: false, by: dana, at, snapshot },
      ...{ state: 'open', decided: null, version: 1 },
    },
    change: {
      version: 4,
      entries: [
        {
          ...{ type: 'proposed', proposal: 'p1', from: 'demand', at },
          ...{ to: 'build-out', reason: 'Why', bypass: false, actor: dana },
        },
      ],
    },
  });
});

const open = storedProposal('retired');

const refused: Array<
  [
    string,
    PhaseRefusal,
    Phase,
    PhaseTransition,
    Partial<ProposalCommand>,
    Partial<PhaseSituation>,
  ]
> = [
  [
    'where nobody is configured to decide',
    'noApprovers',
    'demand',
    'retired',
    {},
    { hasApprovers: false },
  ],
  [
    'where nobody decides, whatever else stands against it',
    'noApprovers',
    'demand',
    'build-out',
    {},
    { hasApprovers: false, proposal: open },
  ],
  [
    'from a phase that leads nowhere, first of all',
    'wrongPhase',
    'retired',
    'platform',
    {},
    { hasApprovers: false, proposal: open },
  ],
  [
    'while another one is open, before the gate matters',
    'openProposal',
    'demand',
    'build-out',
    {},
    { proposal: open },
  ],
  ['through a closed gate', 'gateClosed', 'demand', 'build-out', {}, {}],
  [
    'through the open gate to another phase',
    'gateClosed',
    'demand',
    'build-out',
    {},
    { gate: { to: 'platform', open: true, left: [] } },
  ],
  [
    'through no gate at all',
    'gateClosed',
    'demand',
    'build-out',
    {},
    { gate: null },
  ],
  [
    'past the gate of a Pilot that is not of platform scale',
    'notStated',
    'demand',
    'build-out',
    { bypass: true },
    { platformScale: false },
  ],
  [
    'of an older version of the Pilot',
    'changed',
    'demand',
    'retired',
    { version: 2 },
    {},
  ],
  [
    'of a newer version of the Pilot',
    'changed',
    'demand',
    'retired',
    { version: 4 },
    {},
  ],
];
it.each(refused)('is refused %s', (_, refusal, phase, to, command, of) => {
  expect(propose(phase, to, command, of)).toEqual({ refusal });
});

it('changes nothing made again, of whatever version', () => {
  expect(
    propose('demand', 'retired', { version: 2 }, { proposal: open }),
  ).toEqual({ proposal: open });
});

it.each<[string, Partial<ProposalCommand>]>([
  ['somebody else', { by: 'user:default/dora' }],
  ['another reason', { reason: 'Because' }],
  ['another transition', { to: 'point-solution' }],
  ['a way past the gate', { bypass: true }],
])('is another one with %s', (_, command) => {
  const { to = 'retired' } = command;
  expect(
    propose('demand', to, command, { proposal: open, platformScale: true }),
  ).toEqual({ refusal: 'openProposal' });
});
