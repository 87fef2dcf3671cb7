import {
  defaultAllowedKinds,
  defaultDemandPolicy,
  defaultGatePolicy,
  type Policy,
  type PolicyPreview,
  type PolicyPreviewRequest,
} from '@pilot-to-platform/plugin-pilot-common';

export const policyExample: Policy = {
  fingerprint: '56e2a9548981',
  since: '2026-06-01T08:00:00.000Z',
  demand: defaultDemandPolicy,
  interest: {
    allowedKinds: [...defaultAllowedKinds],
    confirmAfterDays: 120,
    teamTypes: ['team'],
    childTeams: true,
  },
  privacy: { showAuthors: true },
  decisions: {
    approvers: ['group:default/architects'],
    gates: defaultGatePolicy,
  },
  readiness: { waiverDays: 180 },
  caller: {
    teams: ['group:default/payments'],
    groups: ['group:default/payments', 'group:default/finance'],
    approver: false,
  },
};

export const previewRequestExample: PolicyPreviewRequest = {
  demand: { halfLifeDays: 60 },
  kind: 'Pilot',
  limit: 20,
};

export const previewExample: PolicyPreview = {
  policy: '1b8d53f2a7c0',
  asOf: '2026-11-20T09:00:00.000Z',
  ranked: 24,
  moved: 2,
  relevelled: 1,
  levels: {
    before: { none: 3, faint: 9, emerging: 7, strong: 4, proven: 1 },
    after: { none: 3, faint: 9, emerging: 8, strong: 3, proven: 1 },
  },
  items: [
    {
      target: 'pilot:default/delta-sharing',
      title: 'Partner data sharing',
      before: { rank: 3, score: 46.55, level: 'strong' },
      after: { rank: 5, score: 38.9, level: 'emerging' },
    },
  ],
};
