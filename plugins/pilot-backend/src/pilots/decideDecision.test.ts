import { deepFreeze } from '../__testUtils__/deepFreeze';
import {
  ada,
  dana,
  phaseSituation,
  storedProposal,
} from '../__testUtils__/phaseSituation';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { decideDecision, DecisionCommand } from './decideDecision';
import { PhaseRefusal, PhaseSituation } from './PhaseSituation';

// What each phase leads to, with which gate, is in transitions.test.ts.
const at = new Date('2026-11-21T09:00:00Z');
const decide = (
  proposal: StoredProposal,
  command: Partial<DecisionCommand> = {},
  situation: PhaseSituation = phaseSituation('demand'),
) =>
  decideDecision(
    ...deepFreeze([
      situation,
      proposal,
      { decision: 'approve', reason: 'Yes', version: 1, by: ada, ...command },
      at,
    ] as const),
  );

const retired = storedProposal('retired');
const { snapshot } = phaseSituation('demand');
const when = { at, actor: ada };
const decided = {
  ...{ type: 'decided', proposal: 'p1', reason: 'Yes', ...when },
};

it('fixes the phase that it approves', () => {
  expect(decide(retired)).toEqual({
    proposal: {
      ...retired,
      state: 'approved',
      decided: { by: ada, at, reason: 'Yes', snapshot, phase: 'retired' },
      version: 2,
    },
    change: {
      version: 4,
      entries: [
        { ...decided, decision: 'approved' },
        { type: 'phase', phase: 'retired', proposal: 'p1', ...when },
      ],
      phase: { fixed: 'retired', decision: 'p1' },
    },
  });
});

it('leaves the phase that it is asked to change, and says why', () => {
  expect(decide(retired, { decision: 'reject' })).toEqual({
    proposal: {
      ...retired,
      state: 'rejected',
      decided: { by: ada, at, reason: 'Yes', snapshot, phase: 'demand' },
      version: 2,
    },
    change: { version: 4, entries: [{ ...decided, decision: 'rejected' }] },
  });
});

it.each(['pilot', 'demand'] as const)(
  'reopens to what demand derives: %s',
  derived => {
    const outcome = decide(
      storedProposal('reopen'),
      {},
      phaseSituation('retired', { derived }),
    );
    expect(outcome).toMatchObject({
      proposal: { decided: { phase: derived } },
    });
    expect(outcome).toHaveProperty('change', {
      version: 4,
      entries: [
        { ...decided, decision: 'approved' },
        {
          ...{ type: 'phase', phase: derived, proposal: 'p1', derived: true },
          ...when,
        },
      ],
      phase: { fixed: null, decision: null },
    });
  },
);

const approved: StoredProposal = {
  ...retired,
  state: 'approved',
  decided: { by: ada, at, reason: 'Yes', snapshot, phase: 'retired' },
  version: 2,
};
const rejected: StoredProposal = { ...approved, state: 'rejected' };
const withdrawn: StoredProposal = {
  ...retired,
  state: 'withdrawn',
  version: 2,
};
const past = storedProposal('build-out', { bypass: true });

const demand = phaseSituation('demand');
const refused: Array<
  [
    string,
    PhaseRefusal,
    StoredProposal,
    Partial<DecisionCommand>,
    PhaseSituation,
  ]
> = [
  ['approving one’s own', 'ownProposal', retired, { by: dana }, demand],
  [
    'rejecting one’s own',
    'ownProposal',
    retired,
    { by: dana, decision: 'reject' },
    demand,
  ],
  ['another version', 'changed', retired, { version: 2 }, demand],
  [
    'rejecting another version',
    'changed',
    retired,
    { version: 2, decision: 'reject' },
    demand,
  ],
  [
    'other words for what is approved',
    'decided',
    approved,
    { reason: 'Well' },
    demand,
  ],
  [
    'somebody else for what is approved',
    'decided',
    approved,
    { by: 'user:default/amy' },
    demand,
  ],
  [
    'rejecting what is approved',
    'decided',
    approved,
    { decision: 'reject' },
    demand,
  ],
  ['approving what is rejected', 'decided', rejected, {}, demand],
  ['what was withdrawn', 'withdrawn', withdrawn, {}, demand],
  [
    'rejecting what was withdrawn',
    'withdrawn',
    withdrawn,
    { decision: 'reject' },
    demand,
  ],
  [
    'a gate that closed since',
    'gateClosed',
    storedProposal('build-out'),
    {},
    demand,
  ],
  [
    'a phase that changed since',
    'wrongPhase',
    storedProposal('build-out'),
    {},
    phaseSituation('retired'),
  ],
  [
    'a way past the gate that the Pilot no longer declares',
    'notStated',
    past,
    {},
    phaseSituation('demand', { platformScale: false }),
  ],
];
it.each(refused)('is refused: %s', (_, refusal, proposal, command, of) => {
  expect(decide(proposal, command, of)).toEqual({ refusal });
});

it.each<[string, StoredProposal, Partial<DecisionCommand>]>([
  ['an approval', approved, {}],
  ['a rejection', rejected, { decision: 'reject' }],
])('changes nothing made again: %s', (_, proposal, command) => {
  expect(decide(proposal, { ...command, version: 1 })).toEqual({ proposal });
});
