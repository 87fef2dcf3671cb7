import type {
  Decision,
  DecisionSnapshot,
  Proposal,
} from '@pilot-to-platform/plugin-pilot-common';
import { ada, eve } from './readinessWorld';
import { daysAgo, dataSharing } from './world';

export const snapshot: DecisionSnapshot = {
  asOf: '2026-10-03T09:00:00.000Z',
  score: 41.9,
  level: 'strong',
  teams: 3,
  interests: 4,
  useCases: 3,
  adopters: 1,
  policy: 'a1b2c3',
  gate: { to: 'build-out', open: true, left: [] },
  readiness: 0.409,
  weakest: 'headcount',
  dimensions: [
    { dimension: 'governance', score: 0.8 },
    { dimension: 'headcount', score: 0.2 },
  ],
  checks: [
    { id: 'docs.examples', question: 'Are there examples?', verdict: 'fail' },
    {
      id: 'governance.owner',
      question: 'Does a team own it?',
      verdict: 'pass',
    },
  ],
};

/** Launch, proposed two days ago by somebody else. */
export function proposalWith(part: Partial<Proposal> = {}): Proposal {
  return {
    id: 'p1',
    target: dataSharing,
    from: 'build-out',
    to: 'platform',
    reason: 'Everything is there',
    bypass: false,
    state: 'open',
    by: eve,
    at: daysAgo(2),
    version: 4,
    snapshot,
    changed: [
      { code: 'score', was: 41.9, is: 47.99 },
      { code: 'left', was: 0, is: 1 },
    ],
    can: { decide: 'notApprover', withdraw: 'notProposer' },
    ...part,
  };
}

/** Newest first: what was approved, what was rejected, what was declared. */
export const decisions: readonly Decision[] = [
  {
    id: 'd3',
    target: dataSharing,
    type: 'approved',
    from: 'demand',
    to: 'build-out',
    phase: 'build-out',
    bypass: false,
    at: '2026-10-03T09:00:00.000Z',
    by: ada,
    reason: 'Three teams wait for it',
    proposed: {
      by: eve,
      at: '2026-10-01T09:00:00.000Z',
      reason: 'We are ready to build',
    },
    snapshot,
  },
  {
    id: 'd2',
    target: dataSharing,
    type: 'rejected',
    from: 'demand',
    to: 'point-solution',
    phase: 'demand',
    bypass: false,
    at: '2026-07-03T09:00:00.000Z',
    by: ada,
    reason: 'Two teams have just asked',
    proposed: {
      by: eve,
      at: '2026-07-01T09:00:00.000Z',
      reason: 'Nobody came',
    },
    snapshot: { ...snapshot, asOf: '2026-07-03T09:00:00.000Z', score: 12.5 },
  },
  {
    id: 'd1',
    target: dataSharing,
    type: 'declared',
    from: null,
    to: 'platform',
    phase: 'platform',
    bypass: false,
    at: '2026-03-02T09:00:00.000Z',
    by: null,
    reason: null,
    proposed: null,
    snapshot: null,
  },
];
