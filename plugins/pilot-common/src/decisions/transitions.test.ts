import { markdownTable, tablesOf } from '../__testUtils__/documentation';
import {
  phases,
  phaseTransitions,
  type Phase,
  type PhaseTransition,
} from '../model/vocabulary';
import { isEnded, leadsTo, phaseAfter, transitionAllowed } from './transitions';

const cells = {
  pilot: ['gate', '', 'yes', 'yes', ''],
  demand: ['gate', '', 'yes', 'yes', ''],
  'build-out': ['', 'gate', 'yes', 'yes', 'yes'],
  platform: ['', '', 'yes', 'yes', 'yes'],
  'point-solution': ['', '', '', 'yes', 'yes'],
  retired: ['', '', '', '', 'yes'],
};

/** Every phase, every transition, and whether it is written down above. */
const transitions = phases.flatMap(phase =>
  phaseTransitions.map((to, index): [Phase, PhaseTransition, string] => [
    phase,
    to,
    cells[phase][index],
  ]),
);

describe.each(transitions)('from %s to %s', (phase, to, cell) => {
  const allowed = (open: boolean, bypass = false) =>
    transitionAllowed(phase, to, { open, bypass });

  it(`is ${cell || 'not offered'}`, () => {
    expect(leadsTo(phase, to)).toBe(cell !== '');
    const closed = { '': 'wrongPhase', gate: 'gateClosed', yes: true }[cell];
    expect(allowed(true)).toBe(cell === '' ? 'wrongPhase' : true);
    expect(allowed(false)).toBe(closed);
    // Past the gate to build-out alone.
    expect(allowed(false, true)).toBe(
      to === 'build-out' && cell ? true : closed,
    );
  });
});

it.each([
  ['pilot', false],
  ['demand', false],
  ['build-out', false],
  ['platform', false],
  ['point-solution', true],
  ['retired', true],
] as const)('phase %s is an ending: %s', (phase, ending) => {
  expect(isEnded(phase)).toBe(ending);
});

it('goes back to what demand derives, and else where it says', () => {
  expect(phaseAfter('reopen', 'pilot')).toBe('pilot');
  expect(phaseAfter('reopen', 'demand')).toBe('demand');
  expect(phaseAfter('platform', 'demand')).toBe('platform');
  expect(phaseAfter('retired', 'pilot')).toBe('retired');
});

it('is what the documentation shows', () => {
  const table = markdownTable([
    ['From', ...phaseTransitions.map(to => `\`${to}\``)],
    ...phases.map(phase => [`\`${phase}\``, ...cells[phase]]),
  ]);
  expect(tablesOf('decisions', 'From')).toEqual([table]);
});
