import type {
  Attest,
  CheckList,
  Readiness,
  ReadinessByRefs,
  ReadinessByRefsResult,
  ReadinessLog,
  Report,
  Reported,
  Waive,
} from '@pilot-to-platform/plugin-pilot-common';

export const checkListExample: CheckList = {
  items: [
    {
      id: 'headcount.two-operators',
      dimension: 'headcount',
      question: 'Can at least two people operate it?',
      answer:
        'From the catalog: the owner, or the Group that takes over, has at least two members. The owner can attest who is on the rota instead, or that there is only one.',
      weight: 2,
      required: ['platform'],
      source: 'catalog',
      attestationDays: 180,
      report: false,
      staleAfterDays: 7,
      fix: {
        text: 'Put two names on the rota, then attest with a link to it.',
        link: 'entity',
      },
    },
  ],
};

export const readinessExample: Readiness = {
  target: 'pilot:default/delta-sharing',
  asOf: '2026-11-20T09:00:00.000Z',
  owner: 'group:default/partner-tech',
  score: 0.5,
  weakest: 'headcount',
  weakestScore: 0,
  unknown: 0,
  dimensions: [
    {
      dimension: 'governance',
      score: 1,
      applicable: 1,
      passed: 1,
      waived: 0,
      failed: 0,
      unknown: 0,
    },
    {
      dimension: 'headcount',
      score: 0,
      applicable: 1,
      passed: 0,
      waived: 0,
      failed: 1,
      unknown: 0,
    },
  ],
  checks: [
    {
      id: 'headcount.two-operators',
      dimension: 'headcount',
      question: 'Can at least two people operate it?',
      verdict: 'fail',
      required: ['platform'],
      weight: 2,
      source: 'attestation',
      answer:
        'From the catalog: the owner, or the Group that takes over, has at least two members. The owner can attest who is on the rota instead, or that there is only one.',
      evidence: 'https://rota.example.com/partner-tech',
      by: 'user:default/dana',
      note: 'The second one joins in January.',
      unseen: false,
      at: '2026-11-17T09:00:00.000Z',
      expiresAt: '2027-02-01T23:59:59.999Z',
      expiresSoon: false,
      lastAnswer: null,
      attestation: '5f3c8f8e-3a55-4a7e-9d1b-0f6a3b8f2c11',
      waiver: null,
      attestationDays: 180,
      fix: {
        text: 'Put two names on the rota, then attest with a link to it.',
        link: '/catalog/default/pilot/delta-sharing',
        by: 'group:default/partner-tech',
      },
      can: {
        attest: true,
        waive: 'notApprover',
        revokeAttestation: true,
        revokeWaiver: 'notWaived',
      },
    },
  ],
  gate: {
    to: 'platform',
    open: false,
    left: [{ code: 'check', check: 'headcount.two-operators' }],
  },
  collectedAt: '2026-11-20T08:55:00.000Z',
  silent: ['techdocs'],
  pilots: [],
  approvers: ['group:default/architects'],
  waiverDays: 180,
  watch: 'b3J0aXMtbmFtZWxlc3MtaA',
  can: { attest: true, waive: 'notApprover', collect: true },
};

export const readinessCsvExample =
  'id,dimension,question,verdict,required,weight,source,by,at,expiresAt,note,evidence,lastVerdict,lastAt,fix,fixLink,fixBy\r\nheadcount.two-operators,headcount,Can at least two people operate it?,fail,platform,2,attestation,user:default/dana,2026-11-17T09:00:00.000Z,2027-02-01T23:59:59.999Z,The second one joins in January.,https://rota.example.com/partner-tech,,,"Put two names on the rota, then attest with a link to it.",/catalog/default/pilot/delta-sharing,group:default/partner-tech\r\n';

export const readinessByRefsExample: ReadinessByRefs = {
  targets: ['pilot:default/delta-sharing', 'api:default/never-looked-at'],
};

export const readinessByRefsResultExample: ReadinessByRefsResult = {
  items: [
    {
      target: 'pilot:default/delta-sharing',
      score: 0.5,
      weakest: 'headcount',
      weakestScore: 0,
      applicable: 2,
      unknown: 0,
      expiring: 0,
    },
    null,
  ],
};

export const attestExample: Attest = {
  check: 'headcount.two-operators',
  verdict: 'pass',
  evidence: 'https://rota.example.com/partner-tech',
  note: 'Dana and Eli share the rota.',
  expiresAt: '2027-05-01',
};

export const notYetExample: Attest = {
  check: 'headcount.two-operators',
  verdict: 'fail',
  evidence: 'https://rota.example.com/partner-tech',
  note: 'The second one joins in January.',
};

export const waiveExample: Waive = {
  check: 'automation.monitoring',
  reason: 'The dashboards move to the new system until February.',
  expiresAt: '2027-02-01',
};

export const reportExample: Report = [
  {
    check: 'governance.security-review',
    verdict: 'pass',
    evidence: 'https://ci.example.com/runs/4711',
    note: 'No open findings.',
    at: '2026-11-20T08:00:00Z',
  },
];

export const reportedExample: Reported = {
  target: 'pilot:default/delta-sharing',
  accepted: 1,
  unchanged: 0,
};

export const readinessLogExample: ReadinessLog = {
  items: [
    {
      type: 'attested',
      check: 'headcount.two-operators',
      at: '2026-11-17T09:00:00.000Z',
      by: 'user:default/dana',
      verdict: 'fail',
      source: null,
      evidence: 'https://rota.example.com/partner-tech',
      note: 'The second one joins in January.',
      expiresAt: '2027-02-01T23:59:59.999Z',
    },
  ],
  nextCursor: 'q83vEjRWeJA',
};

export const readinessLogCsvExample = [
  'at,type,check,verdict,by,source,note,evidence,expiresAt',
  '2026-11-17T09:00:00.000Z,attested,headcount.two-operators,fail,user:default/dana,,The second one joins in January.,https://rota.example.com/partner-tech,2027-02-01T23:59:59.999Z',
  '',
].join('\r\n');
