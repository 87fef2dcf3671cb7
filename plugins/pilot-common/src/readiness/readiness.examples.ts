import type { Dimension, Verdict } from '../model/vocabulary';

/**
 * Example of one check that is answered in every way and goes stale after 7
 * days: who said what of it, and what that comes to. A signature has so many
 * days left, none or fewer when it has lapsed.
 */
export interface VerdictExample {
  readonly name: string;
  readonly attested?: {
    readonly verdict: 'pass' | 'fail';
    readonly daysLeft: number;
  };
  readonly reported?: {
    readonly verdict: 'pass' | 'fail';
    readonly daysOld: number;
  };
  readonly automatic?: {
    readonly verdict: 'pass' | 'fail' | 'notApplicable';
    readonly daysOld: number;
  };
  readonly waived?: { readonly daysLeft: number };
  /** The entity is of a kind that the check is not asked about. */
  readonly notAsked?: true;
  readonly verdict: Verdict;
}

/** Worked out by hand from what the five verdicts mean. */
export const verdictExamples: readonly VerdictExample[] = [
  { name: 'nobody ever answered', verdict: 'unknown' },
  {
    name: 'the catalog tells that it holds',
    automatic: { verdict: 'pass', daysOld: 1 },
    verdict: 'pass',
  },
  {
    name: 'the catalog tells that it does not',
    automatic: { verdict: 'fail', daysOld: 1 },
    verdict: 'fail',
  },
  {
    name: 'the catalog tells that it makes no sense here',
    automatic: { verdict: 'notApplicable', daysOld: 1 },
    verdict: 'notApplicable',
  },
  {
    name: 'the source fell silent, not for long',
    automatic: { verdict: 'fail', daysOld: 6 },
    verdict: 'fail',
  },
  {
    name: 'the source has been silent for a week',
    automatic: { verdict: 'fail', daysOld: 7 },
    verdict: 'unknown',
  },
  {
    name: 'a report counts more than the catalog',
    reported: { verdict: 'fail', daysOld: 3 },
    automatic: { verdict: 'pass', daysOld: 0 },
    verdict: 'fail',
  },
  {
    name: 'a stale report counts nothing',
    reported: { verdict: 'fail', daysOld: 8 },
    automatic: { verdict: 'pass', daysOld: 0 },
    verdict: 'pass',
  },
  {
    name: 'a signature counts more than both',
    attested: { verdict: 'pass', daysLeft: 10 },
    reported: { verdict: 'fail', daysOld: 1 },
    automatic: { verdict: 'fail', daysOld: 1 },
    verdict: 'pass',
  },
  {
    name: 'the owner says: not yet',
    attested: { verdict: 'fail', daysLeft: 10 },
    automatic: { verdict: 'pass', daysOld: 1 },
    verdict: 'fail',
  },
  {
    name: 'the signature lapses in this instant',
    attested: { verdict: 'pass', daysLeft: 0 },
    verdict: 'unknown',
  },
  {
    name: 'the signature has lapsed, and the catalog knows',
    attested: { verdict: 'pass', daysLeft: -1 },
    automatic: { verdict: 'fail', daysOld: 1 },
    verdict: 'fail',
  },
  {
    name: 'a waiver stands in for a failure',
    automatic: { verdict: 'fail', daysOld: 1 },
    waived: { daysLeft: 30 },
    verdict: 'waived',
  },
  {
    name: 'a waiver stands in for what nobody knows',
    attested: { verdict: 'pass', daysLeft: -1 },
    waived: { daysLeft: 30 },
    verdict: 'waived',
  },
  {
    name: 'a waiver does not hide a pass',
    automatic: { verdict: 'pass', daysOld: 1 },
    waived: { daysLeft: 30 },
    verdict: 'pass',
  },
  {
    name: 'the waiver has lapsed',
    automatic: { verdict: 'fail', daysOld: 1 },
    waived: { daysLeft: 0 },
    verdict: 'fail',
  },
  {
    name: 'the check is not asked about this kind',
    notAsked: true,
    attested: { verdict: 'pass', daysLeft: 10 },
    waived: { daysLeft: 30 },
    verdict: 'notApplicable',
  },
];

/** The checks of an entity by verdict and weight, and what they score. */
export interface ScoreExample {
  readonly name: string;
  readonly checks: Readonly<
    Partial<Record<Dimension, ReadonlyArray<readonly [Verdict, number]>>>
  >;
  /** 0 to 1, to four decimals; absent where no check applies. */
  readonly scores: Readonly<Partial<Record<Dimension, number>>>;
  /** Likewise, over all checks. */
  readonly overall?: number;
  readonly weakest?: Dimension;
}

/** Worked out by hand: weight of what passes or is waived over what applies. */
export const scoreExamples: readonly ScoreExample[] = [
  { name: 'no check applies', checks: {}, scores: {} },
  {
    name: 'what does not apply plays no part',
    checks: {
      docs: [
        ['pass', 1],
        ['notApplicable', 9],
      ],
      automation: [['notApplicable', 3]],
    },
    scores: { docs: 1 },
    overall: 1,
    weakest: 'docs',
  },
  {
    name: 'a failure of three quarters of the weight',
    checks: {
      governance: [
        ['pass', 1],
        ['fail', 3],
      ],
    },
    scores: { governance: 0.25 },
    overall: 0.25,
    weakest: 'governance',
  },
  {
    name: 'unknown holds down like a failure, and is none',
    checks: {
      governance: [
        ['pass', 2],
        ['unknown', 2],
      ],
    },
    scores: { governance: 0.5 },
    overall: 0.5,
    weakest: 'governance',
  },
  {
    name: 'waived counts as passed',
    checks: {
      governance: [['pass', 1]],
      headcount: [
        ['waived', 2],
        ['fail', 3],
      ],
    },
    scores: { governance: 1, headcount: 0.4 },
    overall: 0.5,
    weakest: 'headcount',
  },
  {
    name: 'a high overall score does not hide an empty dimension',
    checks: { governance: [['pass', 9]], headcount: [['unknown', 1]] },
    scores: { governance: 1, headcount: 0 },
    overall: 0.9,
    weakest: 'headcount',
  },
  {
    name: 'four dimensions, two of them equally weak',
    checks: {
      governance: [
        ['pass', 8],
        ['fail', 2],
      ],
      docs: [
        ['pass', 1],
        ['fail', 1],
      ],
      automation: [
        ['waived', 2],
        ['unknown', 2],
      ],
      headcount: [
        ['pass', 3],
        ['fail', 1],
      ],
    },
    scores: { governance: 0.8, docs: 0.5, automation: 0.5, headcount: 0.75 },
    overall: 0.7,
    weakest: 'docs',
  },
];
