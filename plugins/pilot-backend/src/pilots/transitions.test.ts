import {
  Phase,
  phases,
  PhaseTransition,
  phaseTransitions,
} from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import {
  ada,
  dana,
  phaseSituation,
  proposedAt,
  storedProposal,
} from '../__testUtils__/phaseSituation';
import { decideDecision } from './decideDecision';
import { decideProposal } from './decideProposal';

const later = new Date('2026-11-21T09:00:00Z');
const situation = (phase: Phase, open: boolean) =>
  deepFreeze(phaseSituation(phase, { open }));
const command = (to: PhaseTransition, bypass = false) => ({
  ...{ to, bypass, by: dana, reason: 'Why', newId: 'p1' },
});
const approve = {
  decision: 'approve',
  reason: 'Yes',
  version: 1,
  by: ada,
} as const;

/**
 * Outcomes of a proposal, by phase: with a closed gate, with an open one, and
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
        situation(phase, open),
        command(to, bypass),
        proposedAt,
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
        situation(phase, open),
        deepFreeze(storedProposal(to, { bypass })),
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
        situation(phase, open),
        deepFreeze(storedProposal(to, { bypass })),
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
