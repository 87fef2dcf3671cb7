import type {
  AdoptedPhases,
  Adoption,
  Decide,
  Decision,
  DecisionPage,
  DecisionSnapshot,
  Pilot,
  PilotListItem,
  PilotPage,
  Propose,
  Rate,
  ReadinessSummary,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  demandListItemExample,
  demandPageExample,
} from '../../demand/openapi/demandExamples';
import { errorExample } from '../../kernel/openapi/errors';

const target = 'pilot:default/delta-sharing';
const dana = 'user:default/dana';
const ada = 'user:default/ada';
const asOf = '2026-11-20T09:00:00.000Z';
const proposalId = '5f3c8f8e-3a55-4a7e-9d1b-0f6a3b8f2c11';

const readiness: ReadinessSummary = {
  target,
  score: 0.62,
  weakest: 'headcount',
  weakestScore: 0.4,
  applicable: 21,
  unknown: 2,
  expiring: 1,
};

const snapshot: DecisionSnapshot = {
  asOf,
  score: 46.55,
  level: 'strong',
  teams: 5,
  interests: 5,
  useCases: 5,
  adopters: 0,
  policy: '56e2a9548981',
  gate: { to: 'build-out', open: true, left: [] },
  needs: { numbers: { teams: 3, useCases: 3, score: 40 }, checks: [] },
  readiness: 0.62,
  weakest: 'headcount',
  dimensions: [
    { dimension: 'governance', score: 0.8 },
    { dimension: 'docs', score: 0.6 },
    { dimension: 'automation', score: 0.75 },
    { dimension: 'headcount', score: 0.4 },
  ],
  checks: [
    {
      id: 'headcount.two-operators',
      question: 'Can at least two people operate it?',
      verdict: 'fail',
    },
  ],
};

export const proposeExample: Propose = {
  to: 'build-out',
  reason: 'Five teams wait for it, each with a use case.',
  version: 0,
};

export const bypassExample: Propose = {
  to: 'build-out',
  reason: 'Every team has partners; no pilot is needed to know that.',
  bypass: true,
};

export const pilotExample: Pilot = {
  target,
  title: 'Partner data sharing',
  owner: 'group:default/partner-tech',
  asOf,
  phase: 'demand',
  phaseSince: '2026-06-01T08:00:00.000Z',
  phaseFrom: 'derived',
  phaseReason: null,
  demand: {
    score: 46.55,
    level: 'strong',
    trend: 'rising',
    counts: { interests: 5, teams: 5, useCases: 5, adopters: 0, internal: 1 },
  },
  readiness,
  gate: { to: 'build-out', open: true, left: [] },
  proposal: {
    id: proposalId,
    target,
    from: 'demand',
    to: 'build-out',
    reason: proposeExample.reason,
    bypass: false,
    state: 'open',
    by: dana,
    at: asOf,
    version: 1,
    snapshot,
    changed: [{ code: 'readiness', was: 0.62, is: 0.65 }],
    can: { decide: true, withdraw: 'notProposer' },
  },
  recommendation: {
    code: 'invest',
    reasons: [{ code: 'gateMet', value: 5 }],
  },
  handOff: 'group:default/data-platform',
  platformScale: false,
  approvers: ['group:default/architects'],
  version: 1,
  watch: 'Zk1yB0m3n4Q7rT2xW9vL5c',
  can: {
    'build-out': 'openProposal',
    platform: 'wrongPhase',
    'point-solution': 'openProposal',
    retired: 'openProposal',
    reopen: 'wrongPhase',
    bypass: 'openProposal',
  },
};

export const decideExample: Decide = {
  decision: 'approve',
  reason: 'Worth a team for half a year.',
  version: 1,
};

export const rejectExample: Decide = {
  decision: 'reject',
  reason: 'Two of the five teams buy their own by then.',
  version: 1,
};

/** The same Pilot after the decision. */
export const decidedPilotExample: Pilot = {
  ...pilotExample,
  phase: 'build-out',
  phaseSince: '2026-11-21T09:00:00.000Z',
  phaseFrom: 'decided',
  phaseReason: decideExample.reason,
  gate: {
    to: 'platform',
    open: false,
    left: [{ code: 'check', check: 'headcount.two-operators' }],
  },
  proposal: null,
  recommendation: { code: 'hand-off', reasons: [{ code: 'oneOperator' }] },
  version: 2,
  can: {
    'build-out': 'notOwner',
    platform: 'notOwner',
    'point-solution': 'notOwner',
    retired: 'notOwner',
    reopen: 'notOwner',
    bypass: 'notOwner',
  },
};

/** Of two approvers at once, the later one is told what stands. */
export const decidedMeanwhileExample = {
  ...errorExample(409),
  error: {
    name: 'ConflictError',
    message: 'The proposal is decided already; decisions are never edited',
  },
  current: decidedPilotExample,
};

const decision: Decision = {
  id: proposalId,
  target,
  type: 'approved',
  from: 'demand',
  to: 'build-out',
  phase: 'build-out',
  bypass: false,
  at: '2026-11-21T09:00:00.000Z',
  by: ada,
  reason: decideExample.reason,
  proposed: { by: dana, at: asOf, reason: proposeExample.reason },
  snapshot,
};

export const adoptedPhasesExample: AdoptedPhases = {
  adopted: [{ target: 'pilot:default/delta-sharing', phase: 'platform' }],
};

export const decisionPageExample: DecisionPage = {
  items: [decision],
  nextCursor: 'q83vEjRWeJA',
};

export const decisionsCsvExample = [
  'id,target,type,from,to,at,by,reason',
  `${proposalId},${target},approved,demand,build-out,2026-11-21T09:00:00.000Z,${ada},Worth a team for half a year.`,
  '',
].join('\r\n');

const listItem: PilotListItem = {
  ...demandListItemExample,
  readiness,
  gate: { to: 'build-out', open: true, left: 0 },
  recommendation: pilotExample.recommendation,
  proposal: { id: proposalId, to: 'build-out', by: dana, at: asOf },
};

export const pilotPageExample: PilotPage = {
  ...demandPageExample,
  items: [listItem],
};

export const pilotsCsvExample = [
  'target,title,phase,score,level,teams,readiness,weakest,weakestScore,left,recommended',
  `${target},Partner data sharing,demand,46.55,strong,5,0.62,headcount,0.4,0,invest`,
  '',
].join('\r\n');

export const adoptionExample: Adoption = {
  target,
  asOf,
  adopters: 2,
  gained: 1,
  growth: [
    '2025-12',
    ...Array.from(
      { length: 11 },
      (_, month) => `2026-${String(month + 1).padStart(2, '0')}`,
    ),
  ].map(month => ({
    month,
    adopters: Number(month >= '2026-05') + Number(month >= '2026-10'),
  })),
  medianDays: 41,
  withoutHands: 0.5,
  satisfaction: {
    mean: 4,
    teams: 1,
    quarters: [{ quarter: '2026-Q4', mean: 4, teams: 1 }],
  },
  teams: [
    {
      team: 'group:default/checkout',
      askedAt: '2026-03-20T09:00:00.000Z',
      adoptedAt: '2026-05-01T09:00:00.000Z',
      withoutHands: false,
      score: 4,
      note: null,
    },
    {
      team: 'group:default/payments',
      askedAt: '2026-09-01T09:00:00.000Z',
      adoptedAt: '2026-10-11T09:00:00.000Z',
      withoutHands: true,
      score: null,
      note: null,
    },
  ],
  due: ['group:default/payments'],
  can: { rate: true },
};

export const adoptionCsvExample = [
  'team,askedAt,adoptedAt,withoutHands,score,note',
  ...adoptionExample.teams.map(
    ({ team, askedAt, adoptedAt, withoutHands, score }) =>
      [team, askedAt, adoptedAt, withoutHands, score, ''].join(','),
  ),
  '',
].join('\r\n');

export const rateExample: Rate = {
  team: 'group:default/payments',
  score: 4,
  note: 'Onboarding took an hour; the examples could say more.',
};
