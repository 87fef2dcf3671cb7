import {
  DecisionSnapshot,
  Gate,
  Phase,
  phases,
  PhaseTransition,
  phaseTransitions,
} from '@pilot-to-platform/plugin-pilot-common';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { decideDecision } from './decideDecision';
import { decideProposal } from './decideProposal';
import { decideWithdrawal } from './decideWithdrawal';
import { PhaseSituation } from './PhaseSituation';

const at = new Date('2026-11-20T09:00:00Z');
const later = new Date('2026-11-21T09:00:00Z');
const dana = 'user:default/dana';
const ada = 'user:default/ada';
const snapshot = { asOf: at.toISOString() } as DecisionSnapshot;

const nextPhase: Partial<Record<Phase, Gate['to']>> = {
  pilot: 'build-out',
  demand: 'build-out',
  'build-out': 'platform',
};

function situation(
  phase: Phase,
  options: { open?: boolean } & Partial<PhaseSituation> = {},
): PhaseSituation {
  const { open = false, ...rest } = options;
  const to = nextPhase[phase];
  return {
    targetId: 7,
    phase,
    derived: 'demand',
    gate: to
      ? { to, open, left: open ? [] : [{ code: 'check', check: 'docs.x' }] }
      : null,
    platformScale: true,
    hasApprovers: true,
    version: 3,
    snapshot,
    ...rest,
  };
}

const command = (to: PhaseTransition, bypass = false) => ({
  ...{ to, bypass, by: dana, reason: 'Why', newId: 'p1' },
});

const proposal = (
  to: PhaseTransition,
  change: Partial<StoredProposal> = {},
): StoredProposal => ({
  ...{ id: 'p1', targetId: 7, from: 'demand', to, reason: 'Why', by: dana },
  ...{ bypass: false, at, snapshot, state: 'open', decided: null, version: 1 },
  ...change,
});

const approve = {
  decision: 'approve',
  reason: 'Yes',
  version: 1,
  by: ada,
} as const;

/**
 * What a proposal comes to, by phase: with a closed gate, with an open one, and
 * past a closed one. `-` leads nowhere, `x` meets a closed gate, and a phase is
 * what an approval leads to.
 */
const table = `
                 | build-out                | platform                 | point-solution  | retired         | reopen
 pilot           | x, build-out, build-out  | -, -, -                  | point-solution  | retired         | -
 demand          | x, build-out, build-out  | -, -, -                  | point-solution  | retired         | -
 build-out       | -, -, -                  | x, platform, x           | point-solution  | retired         | demand
 platform        | -, -, -                  | -, -, -                  | point-solution  | retired         | demand
 point-solution  | -, -, -                  | -, -, -                  | -               | retired         | demand
 retired         | -, -, -                  | -, -, -                  | -               | -               | demand
`;
const [header, ...rows] = table
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));
const cases = rows.flatMap(([phase, ...cells]) =>
  cells.flatMap((cell, column) => {
    const all = cell.split(',').map(each => each.trim());
    const [closed, open, past] =
      all.length === 3 ? all : [all[0], all[0], all[0]];
    const to = header.slice(1)[column] as PhaseTransition;
    return [
      {
        phase: phase as Phase,
        to,
        gate: 'a closed gate',
        open: false,
        bypass: false,
        expected: closed,
      },
      {
        phase: phase as Phase,
        to,
        gate: 'an open gate',
        open: true,
        bypass: false,
        expected: open,
      },
      {
        phase: phase as Phase,
        to,
        gate: 'bypass',
        open: false,
        bypass: true,
        expected: past,
      },
    ].filter(each => !each.bypass || all.length === 3);
  }),
);
const refusals: Record<string, string> = { '-': 'wrongPhase', x: 'gateClosed' };

it('names every phase and transition', () => {
  expect(rows.map(([phase]) => phase)).toEqual([...phases]);
  expect(header.slice(1)).toEqual([...phaseTransitions]);
});

describe.each(cases)(
  'from $phase to $to with $gate',
  ({ phase, to, open, bypass, expected }) => {
    const refusal = refusals[expected];

    it('is proposed, or refused', () => {
      const outcome = decideProposal(
        situation(phase, { open }),
        command(to, bypass),
        at,
      );
      expect(outcome).toMatchObject(
        refusal
          ? { refusal }
          : {
              proposal: { from: phase, to, bypass, state: 'open', version: 1 },
              change: {
                version: 4,
                entries: [{ type: 'proposed', actor: dana }],
              },
            },
      );
    });

    it('is approved, or refused on that day', () => {
      const outcome = decideDecision(
        situation(phase, { open }),
        proposal(to, { bypass }),
        approve,
        later,
      );
      expect(outcome).toMatchObject(
        refusal
          ? { refusal }
          : {
              proposal: {
                state: 'approved',
                decided: { by: ada, at: later, phase: expected },
              },
              change: {
                version: 4,
                phase:
                  to === 'reopen'
                    ? { fixed: null, decision: null }
                    : { fixed: expected, decision: 'p1' },
              },
            },
      );
    });

    it('is rejected in any case, and nothing changes', () => {
      const outcome = decideDecision(
        situation(phase, { open }),
        proposal(to, { bypass }),
        { ...approve, decision: 'reject' },
        later,
      );
      expect(outcome).toMatchObject({
        proposal: { state: 'rejected', decided: { phase } },
        change: { version: 4, entries: [{ type: 'decided' }] },
      });
      expect(outcome).not.toHaveProperty('change.phase');
    });
  },
);

describe('a proposal', () => {
  it.each<[string, Partial<PhaseSituation>, PhaseTransition, boolean]>([
    ['noApprovers', { hasApprovers: false }, 'retired', false],
    ['openProposal', { proposal: proposal('retired') }, 'build-out', true],
    ['notStated', { platformScale: false }, 'build-out', true],
  ])('is refused: %s', (refusal, change, to, bypass) => {
    expect(
      decideProposal(situation('demand', change), command(to, bypass), at),
    ).toEqual({ refusal });
  });

  it('of an older version of the Pilot is refused, the same again is not', () => {
    const old = { ...command('retired'), version: 2 };
    expect(decideProposal(situation('demand'), old, at)).toEqual({
      refusal: 'changed',
    });
    const open = proposal('retired');
    expect(
      decideProposal(situation('demand', { proposal: open }), old, at),
    ).toEqual({ proposal: open });
  });

  it('back to the derived phase goes to pilot where nobody asks', () => {
    const outcome = decideDecision(
      situation('retired', { derived: 'pilot' }),
      proposal('reopen'),
      approve,
      later,
    );
    expect(outcome).toMatchObject({
      proposal: { decided: { phase: 'pilot' } },
      change: {
        entries: [
          { type: 'decided', decision: 'approved' },
          { type: 'phase', phase: 'pilot', derived: true, proposal: 'p1' },
        ],
      },
    });
  });
});

describe('a decision', () => {
  const decided = {
    ...{ by: ada, at, reason: 'Yes', snapshot, phase: 'retired' as const },
  };
  const approved = proposal('retired', {
    state: 'approved',
    decided,
    version: 2,
  });

  it.each<[string, StoredProposal, Partial<typeof approve> | object]>([
    ['ownProposal', proposal('retired'), { by: dana }],
    ['ownProposal', proposal('retired'), { by: dana, decision: 'reject' }],
    ['changed', proposal('retired'), { version: 2 }],
    ['decided', approved, { reason: 'Other words' }],
    ['decided', approved, { by: 'user:default/amy' }],
    ['decided', approved, { decision: 'reject' }],
    ['withdrawn', proposal('retired', { state: 'withdrawn' }), {}],
  ])('is refused: %s', (refusal, of, change) => {
    expect(
      decideDecision(situation('demand'), of, { ...approve, ...change }, later),
    ).toEqual({ refusal });
  });

  it('past the gate needs that the Pilot still declares it', () => {
    expect(
      decideDecision(
        situation('demand', { platformScale: false }),
        proposal('build-out', { bypass: true }),
        approve,
        later,
      ),
    ).toEqual({ refusal: 'notStated' });
  });

  it('made again changes nothing', () => {
    expect(
      decideDecision(situation('retired'), approved, approve, later),
    ).toEqual({ proposal: approved });
  });
});

describe('a withdrawal', () => {
  const by = { by: dana, at };

  it('is for whoever proposed it, while it is open', () => {
    expect(decideWithdrawal(proposal('retired'), 3, by)).toMatchObject({
      proposal: { state: 'withdrawn', version: 2 },
      change: { version: 4, entries: [{ type: 'proposalWithdrawn' }] },
    });
    expect(
      decideWithdrawal(proposal('retired'), 3, { ...by, by: ada }),
    ).toEqual({ refusal: 'notProposer' });
    expect(
      decideWithdrawal(proposal('retired', { state: 'rejected' }), 3, by),
    ).toEqual({ refusal: 'decided' });
    const withdrawn = proposal('retired', { state: 'withdrawn' });
    expect(decideWithdrawal(withdrawn, 3, by)).toEqual({ proposal: withdrawn });
  });
});
