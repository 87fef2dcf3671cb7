import type {
  Demand,
  DemandByRefs,
  DemandByRefsResult,
  DemandHistory,
  DemandListItem,
  DemandPage,
} from '@pilot-to-platform/plugin-pilot-common';

const policy = '56e2a9548981';
const asOf = '2026-11-20T09:00:00.000Z';

/** Five teams with an important use case, as in the design's table. */
export const demandExample: Demand = {
  target: 'pilot:default/delta-sharing',
  asOf,
  score: 46.55259623032741,
  level: 'strong',
  trend: 'rising',
  number: 3.3333333333333335,
  breadth: 3.3333333333333335,
  specific: 1.3333333333333333,
  parts: [
    {
      key: 'number',
      raw: 3.3333333333333335,
      value: 0.4,
      weight: 0.3,
      contribution: 0.7596577929323738,
    },
    {
      key: 'breadth',
      raw: 3.3333333333333335,
      value: 0.5263157894736842,
      weight: 0.4,
      contribution: 0.773568113154586,
    },
    {
      key: 'specific',
      raw: 1.3333333333333333,
      value: 0.46,
      weight: 0.3,
      contribution: 0.7921863401692985,
    },
  ],
  counts: { interests: 5, teams: 5, useCases: 5, adopters: 0, internal: 1 },
  teams: ['ads', 'checkout', 'delivery', 'fraud', 'payments'].map(team => ({
    team: `group:default/${team}`,
    share: 0.2,
    interests: 1,
    adopter: false,
  })),
  raise: [
    { code: 'newTeam', gain: 5.836249751295554 },
    { code: 'details', gain: 1.6843213955096772, team: 'group:default/ads' },
  ],
  rollUp: [{ target: 'api:default/recipient-api', interests: 2 }],
  elsewhere: [
    {
      source: 'Votes in the forum',
      team: null,
      count: 41,
      at: '2026-05-01T08:00:00.000Z',
    },
  ],
  policy,
  watch: 'Zk1yB0m3n4Q7rT2xW9vL5c',
  mergedInto: null,
  can: { record: true, recordOnBehalf: 'notAllowed', triage: 'notOwner' },
};

const { teams, raise, ...shared } = demandExample;

export const demandListItemExample: DemandListItem = {
  ...shared,
  kind: 'Pilot',
  title: 'Partner data sharing',
  type: 'capability',
  owner: 'group:default/partner-tech',
  system: 'system:default/partners',
  division: 'group:default/commerce',
  phase: 'demand',
  phaseSince: '2026-06-01T08:00:00.000Z',
  newestAt: '2026-11-20T09:00:00.000Z',
  growth: 12.4,
  weeks: [20, 21.5, 23, 23, 24.5, 27, 30, 31, 34, 38.2, 41, 44, 46.55],
};

export const demandPageExample: DemandPage = {
  items: [demandListItemExample],
  nextCursor: 'q83vEjRWeJA',
  total: 24,
  asOf,
  rankedAt: '2026-11-20T08:12:00.000Z',
};

export const byRefsExample: DemandByRefs = {
  targets: ['pilot:default/delta-sharing', 'api:default/unseen'],
  weeks: true,
};

export const byRefsResultExample: DemandByRefsResult = {
  items: [demandListItemExample, null],
};

export const historyExample: DemandHistory = {
  target: 'pilot:default/delta-sharing',
  from: '2026-11-06',
  to: '2026-11-20',
  step: 7,
  points: [
    { at: '2026-11-06T23:59:59.999Z', score: 41, level: 'strong', policy },
    { at: '2026-11-13T23:59:59.999Z', score: 44, level: 'strong', policy },
    { at: asOf, score: 46.55, level: 'strong', policy },
  ],
  markers: [
    { type: 'phase', at: '2026-11-07T08:00:00.000Z', phase: 'demand' },
    {
      type: 'merge',
      at: '2026-11-10T08:00:00.000Z',
      target: 'pilot:default/file-drop',
    },
  ],
  summary: {
    first: 41,
    last: 46.55,
    since: '2026-06-01T08:00:00.000Z',
    policyChanges: [],
  },
};

export const demandCsvExample = [
  'target,title,kind,owner,phase,level,score,interests,teams',
  'pilot:default/delta-sharing,Partner data sharing,Pilot,group:default/partner-tech,demand,strong,46.55,5,5',
  '',
].join('\r\n');
