import { markdownTable, tablesOf } from '../__testUtils__/documentation';
import { deepFreeze } from '../demand/__testUtils__/asks';
import { defaultGatePolicy, type Gate, type GateNeeds } from '../model/gate';
import type { Phase, Verdict } from '../model/vocabulary';
import { checkOf } from '../readiness/__testUtils__/inputs';
import { gateExamples, type GateExample } from './gates.examples';
import { gateNeeds, gateOf } from './gates';

const checksOf = ({ checks = {} }: GateExample) => Object.entries(checks);

it.each(gateExamples.map(example => [example.name, example] as const))(
  '%s',
  (_name, example) => {
    const { phase, asks } = example;
    const [teams, useCases, score] = example.demand;
    const input = deepFreeze({
      phase,
      demand: {
        ...{ score, counts: { teams, useCases } },
        authors: example.authors ?? teams,
      },
      checks: checksOf(example).map(([id, { verdict, required }]) => ({
        definition: checkOf({ id, required: required ? [required] : [] }),
        verdict,
      })),
      gates: asks ? { 'build-out': asks } : defaultGatePolicy,
    });
    expect(gateOf(input)).toEqual(example.gate);
    // What is left is part of what is asked for.
    const needs = gateNeeds(input);
    expect(needs === null).toBe(example.gate === null);
    const unasked = (example.gate?.left ?? []).filter(left =>
      left.code === 'check'
        ? !needs!.checks.includes(left.check)
        : needs!.numbers![left.code === 'authors' ? 'teams' : left.code] !==
          left.needed,
    );
    expect(unasked).toEqual([]);
  },
);

it.each<[Phase, GateNeeds | null]>([
  ['pilot', { numbers: { teams: 2, useCases: 1, score: 20 }, checks: ['b'] }],
  ['demand', { numbers: { teams: 2, useCases: 1, score: 20 }, checks: ['b'] }],
  ['build-out', { numbers: null, checks: ['a', 'c'] }],
  ['platform', null],
  ['retired', null],
])('in phase %s is asked for %j, reached or not', (phase, expected) => {
  const check = (id: string, required: Phase, verdict: Verdict) => ({
    definition: checkOf({ id, required: [required] }),
    verdict,
  });
  const input = {
    phase,
    checks: [
      check('c', 'platform', 'pass'),
      check('b', 'build-out', 'waived'),
      check('a', 'platform', 'fail'),
      check('d', 'platform', 'notApplicable'),
    ],
    gates: { 'build-out': { teams: 2, useCases: 1, score: 20 } },
  };
  expect(gateNeeds(deepFreeze(input))).toEqual(expected);
});

const leftOf = (left: Gate['left'][number]) =>
  left.code === 'check'
    ? left.check
    : `\`${left.code}\` ${left.value} of ${left.needed}`;

const shownGate = (gate: Gate | null) => {
  if (!gate) {
    return ['none', ''];
  }
  return [
    `\`${gate.to}\``,
    gate.open ? 'nothing: open' : gate.left.map(leftOf).join(', '),
  ];
};

it('is what the documentation shows', () => {
  const table = markdownTable([
    [
      ...['Case', 'Phase', 'Teams, use cases, score', 'By as many people'],
      ...['Checks', 'Gate to', 'Left'],
    ],
    ...gateExamples.map(example => [
      example.name,
      `\`${example.phase}\``,
      example.demand.join(', '),
      `${example.authors ?? example.demand[0]}`,
      checksOf(example)
        .map(
          ([id, { verdict, required }]) =>
            `${id} ${verdict}${required ? '' : ', not required'}`,
        )
        .join('; '),
      ...shownGate(example.gate),
    ]),
  ]);
  expect(tablesOf('decisions', 'Case')).toContain(table);
});
