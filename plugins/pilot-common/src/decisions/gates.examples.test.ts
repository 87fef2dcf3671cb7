import { markdownTable, tablesOf } from '../__testUtils__/documentation';
import { deepFreeze } from '../demand/__testUtils__/asks';
import { defaultGatePolicy, type Gate } from '../model/gate';
import { checkOf } from '../readiness/__testUtils__/inputs';
import { gateExamples, type GateExample } from './gates.examples';
import { gateOf } from './gates';

const checksOf = ({ checks = {} }: GateExample) => Object.entries(checks);

it.each(gateExamples.map(example => [example.name, example] as const))(
  '%s',
  (_name, example) => {
    const { phase, asks } = example;
    const [teams, useCases, score] = example.demand;
    const input = deepFreeze({
      phase,
      demand: { score, counts: { teams, useCases } },
      checks: checksOf(example).map(([id, { verdict, required }]) => ({
        definition: checkOf({ id, required: required ? [required] : [] }),
        verdict,
      })),
      gates: asks ? { 'build-out': asks } : defaultGatePolicy,
    });
    expect(gateOf(input)).toEqual(example.gate);
  },
);

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
    ['Case', 'Phase', 'Teams, use cases, score', 'Checks', 'Gate to', 'Left'],
    ...gateExamples.map(example => [
      example.name,
      `\`${example.phase}\``,
      example.demand.join(', '),
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
