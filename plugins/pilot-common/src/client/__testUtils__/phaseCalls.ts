import { sending, type ClientCall } from './wire';

const target = 'pilot:default/sharing';
const path = '/pilots/default/sharing';
const at = '2026-11-20T09:00:00.000Z';

const counts = {
  interests: 5,
  teams: 5,
  useCases: 4,
  adopters: 0,
  internal: 1,
};

const snapshot = {
  asOf: at,
  score: 46.55,
  level: 'strong',
  teams: 5,
  interests: 5,
  useCases: 4,
  adopters: 0,
  policy: 'abc',
  gate: { to: 'platform', open: true, left: [] },
  readiness: 1,
  weakest: 'governance',
  dimensions: [{ dimension: 'governance', score: 1 }],
  checks: [{ id: 'governance.owner', question: 'Is it?', verdict: 'pass' }],
};

const proposal = {
  id: 'p-1',
  target,
  from: 'build-out',
  to: 'platform',
  reason: 'Nothing is left.',
  bypass: false,
  state: 'open',
  by: 'user:default/dana',
  at,
  version: 1,
  snapshot,
  changed: [{ code: 'readiness', was: 1, is: 0.9 }],
  can: { decide: true, withdraw: 'notProposer' },
};

/** A Pilot whose launch is proposed. */
export const pilot = {
  target,
  title: null,
  owner: 'group:default/partner-tech',
  asOf: at,
  phase: 'build-out',
  phaseSince: at,
  phaseFrom: 'decided',
  phaseReason: 'Three teams wait for it.',
  demand: { score: 46.55, level: 'strong', trend: 'rising', counts },
  readiness: null,
  gate: { to: 'platform', open: true, left: [] },
  proposal,
  recommendation: { code: 'launch', reasons: [{ code: 'nothingLeft' }] },
  handOff: null,
  platformScale: false,
  approvers: ['group:default/architects'],
  version: 3,
  watch: 'w',
  can: { platform: 'openProposal' },
};

const page = { items: [], total: 0, asOf: at, rankedAt: at };

const decisions = {
  items: [
    {
      id: 'd-1',
      target,
      type: 'declared',
      from: null,
      to: 'platform',
      phase: 'platform',
      bypass: false,
      at,
      by: null,
      reason: null,
      proposed: null,
      snapshot: null,
    },
    {
      id: 'p-0',
      target,
      type: 'rejected',
      from: 'demand',
      to: 'build-out',
      phase: 'demand',
      bypass: true,
      at,
      by: 'user:default/ada',
      reason: 'Not yet.',
      proposed: { by: 'user:default/dana', at, reason: 'Now.' },
      snapshot,
    },
  ],
  nextCursor: 'n',
};

const adoption = {
  target,
  asOf: at,
  adopters: 1,
  gained: 1,
  growth: [{ month: '2026-11', adopters: 1 }],
  medianDays: 21,
  withoutHands: null,
  satisfaction: {
    mean: 4,
    teams: 1,
    quarters: [{ quarter: '2026-Q4', mean: 4, teams: 1 }],
  },
  teams: [
    {
      team: 'group:default/payments',
      askedAt: at,
      adoptedAt: at,
      withoutHands: null,
      score: 4,
      note: 'Quick',
    },
  ],
  due: [],
  can: { rate: true },
};

const propose = { to: 'platform' as const, reason: 'Now.', version: 2 };
const decide = { decision: 'approve' as const, reason: 'Well.', version: 1 };
const rate = { team: 'group:default/payments', score: 4 };

/** Calls about Pilots, phases and adoption. */
export const phaseCalls: readonly ClientCall[] = [
  [
    'adoptDeclaredPhases',
    api => api.adoptDeclaredPhases(),
    'POST /pilots/declared-phases',
    { adopted: [{ target, phase: 'platform' }] },
  ],
  ['listPilots', api => api.listPilots(), 'GET /pilots', page],
  [
    'listPilots by everything',
    api =>
      api.listPilots({
        phase: ['demand', 'build-out'],
        recommended: ['hand-off', 'launch'],
        proposed: false,
        expiring: true,
        orderBy: '-readiness',
        cursor: 'a+b',
        limit: 50,
        owner: undefined,
      }),
    'GET /pilots?phase=demand&phase=build-out&recommended=hand-off&recommended=launch&proposed=false&expiring=true&orderBy=-readiness&cursor=a%2Bb&limit=50',
    page,
  ],
  [
    'listPilotsCsv',
    api => api.listPilotsCsv({ recommended: ['revisit'] }),
    'GET /pilots?recommended=revisit',
    'target,phase\r\n',
  ],
  ['getPilot', api => api.getPilot(target), `GET ${path}`, pilot],
  [
    'getPilot by name alone, in mixed case with odd characters',
    api => api.getPilot('NS/a B?c'),
    'GET /pilots/ns/a%20b%3Fc',
    pilot,
  ],
  [
    'proposePhase',
    api => api.proposePhase(target, propose),
    `POST ${path}/proposals`,
    pilot,
    ...sending(propose),
  ],
  [
    'decideProposal',
    api => api.decideProposal(target, 'p/1', decide),
    `POST ${path}/proposals/p%2F1/decision`,
    { ...pilot, proposal: null },
    ...sending(decide),
  ],
  [
    'withdrawProposal',
    api => api.withdrawProposal(target, 'p-1'),
    `DELETE ${path}/proposals/p-1`,
    { ...pilot, proposal: null },
  ],
  [
    'listDecisions',
    api => api.listDecisions(target, { cursor: 'c', limit: 2 }),
    `GET ${path}/decisions?cursor=c&limit=2`,
    decisions,
  ],
  [
    'listDecisionsCsv',
    api => api.listDecisionsCsv(target),
    `GET ${path}/decisions`,
    'id,type\r\n',
  ],
  [
    'getAdoption',
    api => api.getAdoption(target),
    `GET ${path}/adoption`,
    adoption,
  ],
  [
    'getAdoptionCsv',
    api => api.getAdoptionCsv(target),
    `GET ${path}/adoption`,
    'team,askedAt\r\n',
  ],
  [
    'rateSatisfaction',
    api => api.rateSatisfaction(target, rate),
    `PUT ${path}/satisfaction`,
    adoption,
    ...sending(rate),
  ],
];
