import { deepFreeze } from '../__testUtils__/deepFreeze';
import { snapshotOf } from './snapshotOf';

it('keeps what a decision is made on, and nobody', () => {
  const gate = { to: 'build-out', open: true, left: [] } as const;
  const needs = {
    numbers: { teams: 3, useCases: 2, score: 40 },
    checks: ['docs.x'],
  };
  const standing = {
    demand: {
      ...{ score: 50, level: 'strong' },
      counts: { interests: 6, teams: 5, useCases: 4, adopters: 3, people: 2 },
      asks: [{ author: 'user:default/ana' }],
    },
    ...{ policy: 'p-1', gate, needs },
    assessment: {
      ...{ score: 70, weakest: 'docs' },
      dimensions: [{ dimension: 'docs', score: 40, applicable: 3, unknown: 1 }],
      checks: [
        {
          definition: { id: 'docs.x', question: 'Is it so?', weight: 2 },
          ...{ verdict: 'pass', answer: { by: 'user:default/dana' } },
        },
      ],
    },
  };
  const at = new Date('2026-11-20T09:00:00Z');
  expect(snapshotOf(deepFreeze(standing) as never, at)).toEqual({
    ...{ asOf: '2026-11-20T09:00:00.000Z', score: 50, level: 'strong' },
    ...{ interests: 6, teams: 5, useCases: 4, adopters: 3 },
    ...{ policy: 'p-1', gate, needs, readiness: 70, weakest: 'docs' },
    dimensions: [{ dimension: 'docs', score: 40 }],
    checks: [{ id: 'docs.x', question: 'Is it so?', verdict: 'pass' }],
  });
});
