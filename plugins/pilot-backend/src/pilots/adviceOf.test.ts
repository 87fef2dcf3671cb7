import {
  dayMs,
  ReadinessAssessment,
} from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { AdviceInput, adviceOf } from './adviceOf';

const now = new Date('2026-11-20T09:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
const counts = {
  ...{ interests: 6, teams: 5, useCases: 3, adopters: 2, internal: 0 },
} as AdviceInput['demand']['counts'];

/** A Pilot that is built, of which nothing is left to do. */
const input: AdviceInput = {
  phase: 'build-out',
  phaseSince: daysAgo(365),
  demand: { score: 50, counts },
  authors: 5,
  newestAt: daysAgo(2),
  emerging: 20,
  checks: [],
  gates: { 'build-out': { teams: 3, useCases: 2, score: 40 } },
  handOff: false,
  platformScale: false,
  satisfaction: null,
  now,
};
const check = (
  id: string,
  verdict: string,
  required: readonly string[] = ['platform'],
) =>
  ({
    definition: { id, required },
    verdict,
  } as unknown as ReadinessAssessment['checks'][number]);
const failing = [check('docs.x', 'fail')];

it.each<
  [
    name: string,
    of: Partial<AdviceInput>,
    gate: string | null,
    advice: string,
    withoutReadiness: string,
  ]
>([
  [
    'nothing is left before the platform',
    {},
    'platform open',
    'launch nothingLeft',
    'continue',
  ],
  [
    'a check is left',
    { checks: failing },
    'platform closed',
    'continue thingsLeft',
    'continue',
  ],
  [
    'a check of another gate fails',
    { checks: [check('docs.x', 'fail', ['build-out'])] },
    'platform open',
    'launch nothingLeft',
    'continue',
  ],
  [
    'one person operates it',
    { checks: [check('headcount.two-operators', 'fail', [])] },
    'platform open',
    'hand-off oneOperator',
    'continue',
  ],
  [
    'there are too few people, and who takes over is stated',
    {
      checks: [check('headcount.enough-people', 'fail', [])],
      handOff: true,
    },
    'platform open',
    'hand-off fewPeople handOffStated',
    'continue',
  ],
  [
    'demand fell',
    { demand: { score: 19, counts } },
    'platform open',
    'revisit demandFell',
    'revisit demandFell',
  ],
  [
    'demand fell, and it is of platform scale',
    { demand: { score: 19, counts }, platformScale: true },
    'platform open',
    'launch nothingLeft',
    'continue',
  ],
  [
    'the numbers of build-out are reached',
    { phase: 'demand' },
    'build-out open',
    'invest gateMet',
    'invest gateMet',
  ],
  [
    'too few teams have an author of their own',
    { phase: 'demand', authors: 2 },
    'build-out closed',
    'gather-demand gateMissing',
    'gather-demand gateMissing',
  ],
  [
    'a required check holds build-out back, as far as one may know',
    { phase: 'demand', checks: [check('docs.x', 'unknown', ['build-out'])] },
    'build-out closed',
    'gather-demand gateMissing',
    'invest gateMet',
  ],
  [
    'nobody asked for half a year',
    {
      ...{ phase: 'demand', demand: { score: 19, counts } },
      newestAt: daysAgo(180),
    },
    'build-out closed',
    'point-solution demandFaded',
    'point-solution demandFaded',
  ],
  [
    'a platform is healthy',
    { phase: 'platform' },
    null,
    'continue isHealthy',
    'continue isHealthy',
  ],
  [
    'a check of a platform fails',
    { phase: 'platform', checks: failing },
    null,
    'revisit checksLapsed',
    'continue isHealthy',
  ],
  [
    'nobody knows of a check of a platform',
    { phase: 'platform', checks: [check('docs.x', 'unknown')] },
    null,
    'revisit checksLapsed',
    'continue isHealthy',
  ],
  [
    'a check of a platform passes, and one of build-out fails',
    {
      phase: 'platform',
      checks: [
        check('docs.x', 'pass'),
        check('docs.y', 'waived'),
        check('docs.z', 'fail', ['build-out']),
      ],
    },
    null,
    'continue isHealthy',
    'continue isHealthy',
  ],
  [
    'adopters of a platform are unhappy',
    { phase: 'platform', satisfaction: 2.5 },
    null,
    'revisit unsatisfied',
    'revisit unsatisfied',
  ],
  [
    'interest came since it ended',
    { phase: 'point-solution', phaseSince: daysAgo(3) },
    null,
    'revisit newInterest',
    'revisit newInterest',
  ],
])('%s', (_name, of, gate, advice, withoutReadiness) => {
  const result = adviceOf(deepFreeze({ ...input, ...of }));
  const said = ({ code, reasons }: typeof result.recommendation) =>
    [code, ...reasons.map(reason => reason.code)].join(' ');
  expect(
    result.gate && `${result.gate.to} ${result.gate.open ? 'open' : 'closed'}`,
  ).toBe(gate);
  expect(said(result.recommendation)).toBe(advice);
  expect(said(result.withoutReadiness)).toBe(withoutReadiness);
});

it('counts the checks that lapsed', () => {
  const checks = [...failing, check('docs.y', 'unknown')];
  const { recommendation } = adviceOf({ ...input, phase: 'platform', checks });
  expect(recommendation.reasons).toEqual([{ code: 'checksLapsed', value: 2 }]);
});

it('says what the gate asks for, reached or not', () => {
  const required = check('docs.x', 'pass', ['build-out']);
  const { needs } = adviceOf({
    ...{ ...input, phase: 'demand', checks: [required] },
  });
  expect(needs).toEqual({
    numbers: { teams: 3, useCases: 2, score: 40 },
    checks: ['docs.x'],
  });
  expect(adviceOf({ ...input, phase: 'platform' }).needs).toBeNull();
});
