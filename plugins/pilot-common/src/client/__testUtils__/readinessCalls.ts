import { sending, type ClientCall } from './wire';

const target = 'pilot:default/sharing';
const path = '/readiness/pilot/default/sharing';

/** A check that lapsed, and everything that can be said of it. */
const check = {
  id: 'governance.tenancy',
  dimension: 'governance',
  question: 'Are several teams kept apart on it?',
  verdict: 'unknown',
  required: ['platform'],
  weight: 2,
  source: 'attestation',
  answer: 'The owner attests it with a link to the evidence.',
  evidence: null,
  by: null,
  note: null,
  at: null,
  expiresAt: null,
  expiresSoon: false,
  unseen: false,
  lastAnswer: {
    verdict: 'pass',
    source: 'attestation',
    by: 'user:default/dana',
    note: null,
    evidence: 'https://wiki.example.com/tenancy',
    at: '2025-11-01T09:00:00.000Z',
    expiresAt: '2026-11-01T23:59:59.999Z',
  },
  attestation: null,
  waiver: null,
  attestationDays: 365,
  fix: {
    text: 'Show that one team cannot see what belongs to another.',
    link: null,
    by: 'group:default/partner-tech',
  },
  can: { attest: true, waive: 'notApprover' },
};

const dimension = (name: string, applicable: number) => ({
  dimension: name,
  score: applicable === 0 ? null : 0,
  applicable,
  passed: 0,
  waived: 0,
  failed: 0,
  unknown: applicable,
});

/** Readiness of which nothing is known any more. */
export const readiness = {
  target,
  asOf: '2026-11-20T09:00:00.000Z',
  owner: 'group:default/partner-tech',
  score: 0,
  weakest: 'governance',
  weakestScore: 0,
  unknown: 1,
  dimensions: [
    dimension('governance', 1),
    dimension('docs', 0),
    dimension('automation', 0),
    dimension('headcount', 0),
  ],
  checks: [check],
  gate: {
    to: 'platform',
    open: false,
    left: [{ code: 'check', check: check.id }],
  },
  collectedAt: null,
  silent: ['techdocs'],
  pilots: [],
  approvers: ['group:default/architects'],
  waiverDays: 180,
  watch: 'w',
  can: { attest: true, waive: 'notApprover', collect: true },
};

const summary = {
  target,
  score: 0,
  weakest: 'governance',
  weakestScore: 0,
  applicable: 1,
  unknown: 1,
  expiring: 0,
};

const checks = {
  items: [
    {
      id: check.id,
      dimension: 'governance',
      question: check.question,
      answer: check.answer,
      weight: 2,
      required: ['platform'],
      source: null,
      attestationDays: 365,
      report: false,
      staleAfterDays: 30,
      fix: { text: check.fix.text, link: null },
    },
  ],
};

const log = {
  items: [
    {
      type: 'attestationRevoked',
      check: check.id,
      at: '2026-11-20T09:00:00.000Z',
      by: 'user:default/dana',
      verdict: null,
      source: null,
      evidence: null,
      note: null,
      expiresAt: null,
    },
  ],
  nextCursor: 'n',
};

const attest = {
  check: check.id,
  verdict: 'pass' as const,
  evidence: 'https://wiki.example.com/tenancy',
  expiresAt: '2027-03-01',
};
const waive = {
  check: check.id,
  reason: 'One team alone until March.',
  expiresAt: '2027-03-01',
};
const results = [{ check: 'docs.examples', verdict: 'fail' as const }];
const byRefs = { targets: [target, 'api:default/gone'] };

/** Calls about readiness. */
export const readinessCalls: readonly ClientCall[] = [
  ['listChecks', api => api.listChecks(), 'GET /readiness/checks', checks],
  ['getReadiness', api => api.getReadiness(target), `GET ${path}`, readiness],
  [
    'getReadiness of a ref in mixed case with odd characters',
    api => api.getReadiness('Component:NS/a B?c'),
    'GET /readiness/component/ns/a%20b%3Fc',
    {
      ...readiness,
      ...{ score: null, weakest: null, weakestScore: null, unknown: 0 },
      ...{ gate: null, checks: [] },
    },
  ],
  [
    'getReadinessCsv',
    api => api.getReadinessCsv(target),
    `GET ${path}`,
    'check,verdict\r\n',
  ],
  [
    'getReadinessLogCsv',
    api => api.getReadinessLogCsv(target, { check: 'docs.examples' }),
    `GET ${path}/log?check=docs.examples`,
    'at,type\r\n',
  ],
  [
    'getReadinessByRefs',
    api => api.getReadinessByRefs(byRefs),
    'POST /readiness/by-refs',
    { items: [summary, null] },
    ...sending(byRefs),
  ],
  [
    'collectReadiness',
    api => api.collectReadiness(target),
    `POST ${path}/collect`,
    readiness,
  ],
  [
    'attestCheck',
    api => api.attestCheck(target, attest),
    `POST ${path}/attestations`,
    readiness,
    ...sending(attest),
  ],
  [
    'revokeAttestation',
    api => api.revokeAttestation(target, 'a/1'),
    `DELETE ${path}/attestations/a%2F1`,
    readiness,
  ],
  [
    'waiveCheck',
    api => api.waiveCheck(target, waive),
    `POST ${path}/waivers`,
    readiness,
    ...sending(waive),
  ],
  [
    'revokeWaiver',
    api => api.revokeWaiver(target, 'w-1'),
    `DELETE ${path}/waivers/w-1`,
    readiness,
  ],
  [
    'reportResults',
    api => api.reportResults(target, results),
    `POST ${path}/results`,
    { target, accepted: 1, unchanged: 0 },
    ...sending(results),
  ],
  [
    'getReadinessLog',
    api => api.getReadinessLog(target),
    `GET ${path}/log`,
    log,
  ],
  [
    'getReadinessLog of one check, on and on',
    api =>
      api.getReadinessLog(target, { check: check.id, cursor: 'a+b', limit: 5 }),
    `GET ${path}/log?check=governance.tenancy&cursor=a%2Bb&limit=5`,
    log,
  ],
];
