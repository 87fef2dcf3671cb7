import type { Gate, GatePolicy } from '../model/gate';
import type { Phase, Verdict } from '../model/vocabulary';

/** Example of a gate: what it looks at, and what it says. */
export interface GateExample {
  readonly name: string;
  readonly phase: Phase;
  /** Teams, use cases and score. */
  readonly demand: readonly [teams: number, useCases: number, score: number];
  /** Teams with an author of their own; all of them if absent. */
  readonly authors?: number;
  /** Of checks in their order; their ids are their names here. */
  readonly checks?: Readonly<
    Record<
      string,
      { readonly verdict: Verdict; readonly required?: Gate['to'] }
    >
  >;
  /** The default one if absent. */
  readonly asks?: GatePolicy['build-out'];
  readonly gate: Gate | null;
}

const launch = 'platform';

/** Worked out by hand under the default policy: 3 teams, 3 use cases, score 40. */
export const gateExamples: readonly GateExample[] = [
  {
    name: 'everything reached, exactly',
    phase: 'demand',
    demand: [3, 3, 40],
    gate: { to: 'build-out', open: true, left: [] },
  },
  {
    name: 'a team is missing',
    phase: 'demand',
    demand: [2, 3, 45],
    gate: {
      to: 'build-out',
      open: false,
      left: [{ code: 'teams', value: 2, needed: 3 }],
    },
  },
  {
    name: 'one person asks for three teams',
    phase: 'demand',
    demand: [3, 3, 45],
    authors: 1,
    gate: {
      to: 'build-out',
      open: false,
      left: [{ code: 'authors', value: 1, needed: 3 }],
    },
  },
  {
    name: 'four teams, and two people who ask for them',
    phase: 'demand',
    demand: [4, 4, 50],
    authors: 2,
    gate: {
      to: 'build-out',
      open: false,
      left: [{ code: 'authors', value: 2, needed: 3 }],
    },
  },
  {
    name: 'five teams, three of them by different people',
    phase: 'demand',
    demand: [5, 5, 60],
    authors: 3,
    gate: { to: 'build-out', open: true, left: [] },
  },
  {
    name: 'one person asks for both teams',
    phase: 'demand',
    demand: [2, 3, 45],
    authors: 1,
    gate: {
      to: 'build-out',
      open: false,
      left: [
        { code: 'teams', value: 2, needed: 3 },
        { code: 'authors', value: 1, needed: 3 },
      ],
    },
  },
  {
    name: 'the score is a hundredth short',
    phase: 'demand',
    demand: [5, 4, 39.99],
    gate: {
      to: 'build-out',
      open: false,
      left: [{ code: 'score', value: 39.99, needed: 40 }],
    },
  },
  {
    name: 'nobody came yet',
    phase: 'pilot',
    demand: [0, 0, 0],
    gate: {
      to: 'build-out',
      open: false,
      left: [
        { code: 'teams', value: 0, needed: 3 },
        { code: 'useCases', value: 0, needed: 3 },
        { code: 'score', value: 0, needed: 40 },
      ],
    },
  },
  {
    name: 'the operator asks for less',
    phase: 'demand',
    demand: [2, 0, 15],
    asks: { teams: 2, useCases: 0, score: 10 },
    gate: { to: 'build-out', open: true, left: [] },
  },
  {
    name: 'the operator requires a check already here',
    phase: 'demand',
    demand: [3, 2, 60],
    checks: { owner: { verdict: 'unknown', required: 'build-out' } },
    gate: {
      to: 'build-out',
      open: false,
      left: [
        { code: 'useCases', value: 2, needed: 3 },
        { code: 'check', check: 'owner' },
      ],
    },
  },
  {
    name: 'what launch requires does not matter before',
    phase: 'demand',
    demand: [3, 3, 40],
    checks: { tenancy: { verdict: 'fail', required: launch } },
    gate: { to: 'build-out', open: true, left: [] },
  },
  {
    name: 'one fails, one is unknown, one is waived',
    phase: 'build-out',
    demand: [5, 5, 47],
    checks: {
      tenancy: { verdict: 'fail', required: launch },
      monitoring: { verdict: 'unknown', required: launch },
      examples: { verdict: 'waived', required: launch },
      owner: { verdict: 'pass', required: launch },
    },
    gate: {
      to: 'platform',
      open: false,
      left: [
        { code: 'check', check: 'tenancy' },
        { code: 'check', check: 'monitoring' },
      ],
    },
  },
  {
    name: 'what is not required may fail',
    phase: 'build-out',
    demand: [5, 5, 47],
    checks: {
      costs: { verdict: 'fail' },
      owner: { verdict: 'pass', required: launch },
      runbook: { verdict: 'notApplicable', required: launch },
    },
    gate: { to: 'platform', open: true, left: [] },
  },
  {
    name: 'demand does not count a second time',
    phase: 'build-out',
    demand: [0, 0, 0],
    checks: { owner: { verdict: 'pass', required: launch } },
    gate: { to: 'platform', open: true, left: [] },
  },
  {
    name: 'nothing comes after launch',
    phase: 'platform',
    demand: [9, 9, 70],
    gate: null,
  },
  {
    name: 'nothing comes after an ending',
    phase: 'point-solution',
    demand: [9, 9, 70],
    gate: null,
  },
];
