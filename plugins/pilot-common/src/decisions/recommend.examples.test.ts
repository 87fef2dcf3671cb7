import { markdownTable, tablesOf } from '../__testUtils__/documentation';
import { deepFreeze } from '../demand/__testUtils__/asks';
import type { Gate } from '../model/gate';
import { inDays, now } from '../readiness/__testUtils__/inputs';
import { countsOf } from './__testUtils__/demand';
import { nextGate } from './gates';
import { recommend, type RecommendInput } from './recommend';
import { recommendExamples, type RecommendExample } from './recommend.examples';

const gateWith = (to: Gate['to'], left: number): Gate => ({
  to,
  open: left === 0,
  left: Array.from({ length: left }, (_, index) => ({
    code: 'check',
    check: `check-${index}`,
  })),
});

function inputOf(example: RecommendExample): RecommendInput {
  const { phase, score = 50, teams = 5, newest = 2, left = 1 } = example;
  const { enough = 'pass', operators = 'pass', toBuildOut } = example;
  const to = nextGate(phase);
  const gate = to ? gateWith(to, left) : null;
  return {
    phase,
    phaseSince: inDays(-(example.since ?? 365)),
    demand: {
      score,
      counts: countsOf({
        interests: newest === null ? 0 : teams,
        teams,
        adopters: example.adopters ?? 0,
      }),
      newestAt: newest === null ? null : inDays(-newest),
      emerging: 20,
    },
    gate,
    toBuildOut:
      gate?.to === 'build-out'
        ? gate
        : gateWith('build-out', toBuildOut === 'open' ? 0 : 1),
    lapsed: example.lapsed ?? 0,
    people: { enough, operators },
    handOff: example.handOff ?? false,
    platformScale: example.platformScale ?? false,
    satisfaction: example.satisfaction ?? null,
    now,
  };
}

it.each(recommendExamples.map(example => [example.name, example] as const))(
  '%s',
  (_name, example) => {
    expect(recommend(deepFreeze(inputOf(example)))).toEqual(
      example.recommended,
    );
  },
);

it('shows every recommendation and every reason', () => {
  const recommended = recommendExamples.map(each => each.recommended);
  expect(new Set(recommended.map(({ code }) => code)).size).toBe(8);
  expect(
    new Set(recommended.flatMap(each => each.reasons.map(({ code }) => code)))
      .size,
  ).toBe(18);
});

it('is what the documentation shows', () => {
  const table = markdownTable([
    ['Phase', 'Where it stands', 'Recommended', 'Because'],
    ...recommendExamples.map(({ phase, name, recommended }) => [
      `\`${phase}\``,
      name,
      `\`${recommended.code}\``,
      recommended.reasons
        .map(
          ({ code, value, needed }) =>
            `\`${code}\`${value === undefined ? '' : ` ${value}`}${
              needed === undefined ? '' : ` of ${needed}`
            }`,
        )
        .join(', '),
    ]),
  ]);
  expect(tablesOf('decisions', 'Phase')).toContain(table);
});
