import { DecisionSnapshot } from '@pilot-to-platform/plugin-pilot-common';
import { changesSince } from './changesSince';

const was = {
  score: 47.2,
  teams: 5,
  useCases: 3,
  readiness: 0.629,
  gate: { to: 'platform', open: true, left: [] },
} as unknown as DecisionSnapshot;

const check = (id: string) => ({ code: 'check', check: id });

it.each<[string, object, object[]]>([
  ['nothing', {}, []],
  ['less than a point or a percent', { score: 47.99, readiness: 0.6201 }, []],
  ['a point', { score: 46.9 }, [{ code: 'score', was: 47.2, is: 46.9 }]],
  [
    'teams and use cases',
    { teams: 4, useCases: 5 },
    [
      { code: 'teams', was: 5, is: 4 },
      { code: 'useCases', was: 3, is: 5 },
    ],
  ],
  [
    'a percent of readiness',
    { readiness: 0.63 },
    [{ code: 'readiness', was: 0.629, is: 0.63 }],
  ],
  [
    'that no check applies any more',
    { readiness: null },
    [{ code: 'readiness', was: 0.629, is: null }],
  ],
  [
    'what is left',
    { gate: { to: 'platform', open: false, left: [check('a'), check('b')] } },
    [{ code: 'left', was: 0, is: 2 }],
  ],
  [
    'that there is no gate',
    { gate: null },
    [{ code: 'left', was: 0, is: null }],
  ],
])('tells %s', (_, change, expected) => {
  expect(changesSince(was, { ...was, ...change })).toEqual(expected);
});
