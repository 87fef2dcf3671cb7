import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { expiringDays, readinessSummaryOf } from './readinessSummaryOf';

const now = new Date('2026-11-20T09:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * dayMs);
const signed = (days: number) => ({
  definition: { id: 'docs.x' },
  verdict: 'pass',
  answer: { id: 'a', expiresAt: inDays(days) },
});
const dimensions = [
  { dimension: 'docs', score: 40, applicable: 3, unknown: 1 },
  { dimension: 'governance', score: 70, applicable: 2, unknown: 2 },
];

const summaryOf = (assessment: object) =>
  readinessSummaryOf(
    { ref: 'pilot:default/p' },
    deepFreeze({
      assessment: { score: 50, weakest: 'docs', dimensions, ...assessment },
    }) as never,
    now,
  );

it.each<[string, object, object]>([
  ['overall and weakest', { checks: [] }, {}],
  [
    'no weakest where nothing applies',
    { checks: [], score: null, weakest: null, dimensions: [] },
    {
      ...{ score: null, weakest: null, weakestScore: null },
      ...{ applicable: 0, unknown: 0 },
    },
  ],
  [
    'answers that lapse soon',
    { checks: [signed(1), signed(expiringDays), signed(expiringDays + 1)] },
    { expiring: 2 },
  ],
])('says %s', (_name, assessment, expected) => {
  expect(summaryOf(assessment)).toEqual({
    target: 'pilot:default/p',
    ...{ score: 50, weakest: 'docs', weakestScore: 40 },
    ...{ applicable: 5, unknown: 3, expiring: 0 },
    ...expected,
  });
});
