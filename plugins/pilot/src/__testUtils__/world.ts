import type { Entity } from '@backstage/catalog-model';
import {
  defaultDemandPolicy,
  noDetails,
  type Demand,
  type DemandHistory,
  type DemandListItem,
  type FragmentationGroup,
  type Interest,
  type Policy,
  type Similar,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';

/** The person who looks at the screens. */
export const reader = 'user:default/dana';

export const payments = 'group:default/payments';
export const checkout = 'group:default/checkout';
export const partnerTech = 'group:default/partner-tech';
export const dataSharing = 'pilot:default/data-sharing';
export const recipientApi = 'api:default/recipient-api';

const group = (name: string, displayName: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', profile: { displayName } },
});

export const pilotEntity = {
  apiVersion: 'pilot-to-platform/v1alpha1',
  kind: 'Pilot',
  metadata: {
    name: 'data-sharing',
    namespace: 'default',
    title: 'Partner data sharing',
  },
  spec: { type: 'capability', owner: 'group:default/partner-tech' },
  relations: [{ type: 'ownedBy', targetRef: partnerTech }],
} satisfies Entity;

export const apiEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: {
    name: 'recipient-api',
    namespace: 'default',
    title: 'Recipient API',
  },
  spec: { type: 'openapi', lifecycle: 'production' },
  relations: [
    { type: 'ownedBy', targetRef: partnerTech },
    { type: 'implements', targetRef: dataSharing },
  ],
} satisfies Entity;

/** A kind that takes no interest. */
export const domainEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'finance', namespace: 'default' },
} satisfies Entity;

export const entities: Entity[] = [
  group('payments', 'Payments'),
  group('checkout', 'Checkout'),
  group('partner-tech', 'Partner Tech'),
  pilotEntity,
  apiEntity,
  domainEntity,
];

export const policy: Policy = {
  fingerprint: 'a1b2c3',
  since: '2026-01-01T00:00:00.000Z',
  demand: defaultDemandPolicy,
  interest: {
    allowedKinds: ['Pilot', 'Component', 'API', 'Resource', 'System'],
    confirmAfterDays: 120,
  },
  privacy: { showAuthors: true },
  decisions: {
    approvers: ['group:default/partner-tech'],
    gates: { 'build-out': { teams: 3, useCases: 3, score: 40 } },
  },
  readiness: { waiverDays: 180 },
};

export const daysAgo = (days: number) =>
  new Date(Date.now() - days * dayMs).toISOString();

export function interestWith(part: Partial<Interest> = {}): Interest {
  return {
    id: 'i1',
    target: dataSharing,
    targetTitle: 'Partner data sharing',
    targetGone: false,
    movedAway: false,
    team: payments,
    author: reader,
    onBehalf: false,
    useCaseKey: 'default',
    ...noDetails,
    specificity: 0,
    internal: false,
    status: 'open',
    statusNote: null,
    statusAt: null,
    statusBy: null,
    createdAt: daysAgo(3),
    confirmedAt: daysAgo(3),
    updatedAt: daysAgo(3),
    confirmDue: false,
    version: 1,
    can: { edit: true, withdraw: true, confirm: true, triage: 'notOwner' },
    ...part,
  };
}

export function demandWith(part: Partial<Demand> = {}): Demand {
  return {
    target: dataSharing,
    asOf: '2026-11-20T14:02:00.000Z',
    score: 0,
    level: 'none',
    trend: 'steady',
    number: 0,
    breadth: 0,
    specific: 0,
    parts: [],
    counts: { interests: 0, teams: 0, useCases: 0, adopters: 0, internal: 0 },
    teams: [],
    raise: [{ code: 'newTeam', gain: 24.1 }],
    rollUp: [],
    policy: 'a1b2c3',
    watch: 'watch-data-sharing',
    mergedInto: null,
    can: { record: true, triage: 'notOwner' },
    ...part,
  };
}

/** As an answer would be: 47.99 shows that scores are rounded down. */
export const strongDemand = demandWith({
  score: 47.99,
  level: 'strong',
  number: 3.3333,
  breadth: 3.3333,
  specific: 1.3333,
  parts: [
    { key: 'number', raw: 3.3333, value: 0.4, weight: 0.3, contribution: 0.76 },
    {
      key: 'breadth',
      raw: 3.3333,
      value: 0.5263,
      weight: 0.4,
      contribution: 0.7736,
    },
    {
      key: 'specific',
      raw: 1.3333,
      value: 0.46,
      weight: 0.3,
      contribution: 0.7922,
    },
  ],
  counts: { interests: 3, teams: 2, useCases: 1, adopters: 0, internal: 1 },
  teams: [
    { team: payments, share: 0.669, interests: 2, adopter: true },
    { team: checkout, share: 0.331, interests: 1, adopter: false },
  ],
  raise: [
    { code: 'newTeam', gain: 5.84 },
    { code: 'details', gain: 0.6, team: checkout },
  ],
  rollUp: [{ target: recipientApi, interests: 2 }],
});

/** A demand as a list has it. */
export function listItemWith(
  part: Partial<DemandListItem> = {},
): DemandListItem {
  const { teams, raise, ...demand } = demandWith();
  return {
    ...demand,
    kind: 'Pilot',
    title: 'Partner data sharing',
    type: 'capability',
    owner: partnerTech,
    system: null,
    division: null,
    phase: 'demand',
    phaseSince: '2026-10-03T00:00:00.000Z',
    newestAt: '2026-11-17T09:12:00.000Z',
    growth: 0,
    ...part,
  };
}

/** Items of a list: a Pilot that many want, and an API that few do. */
export const listed: readonly DemandListItem[] = [
  listItemWith({
    score: 47.99,
    level: 'strong',
    trend: 'rising',
    counts: { interests: 3, teams: 2, useCases: 1, adopters: 0, internal: 1 },
    growth: 12.3,
  }),
  listItemWith({
    target: recipientApi,
    kind: 'API',
    title: 'Recipient API',
    type: 'openapi',
    score: 12.4,
    level: 'faint',
    counts: { interests: 1, teams: 1, useCases: 0, adopters: 0, internal: 0 },
    phase: null,
    phaseSince: null,
    watch: 'watch-recipient-api',
  }),
];

/** Scores of 13 weeks, as lists have them on request. */
export const weeks = [31, 31, 33, 35, 35, 36, 40, 41, 42, 44, 45, 46, 47.99];

export const history: DemandHistory = {
  target: dataSharing,
  from: '2026-08-22',
  to: '2026-11-21',
  step: 7,
  points: weeks.map((score, week) => ({
    at: new Date(Date.UTC(2026, 7, 29 + 7 * week)).toISOString(),
    score,
    level: score < 40 ? 'emerging' : 'strong',
    policy: week < 6 ? '0d1e2f' : 'a1b2c3',
  })),
  markers: [
    { type: 'phase', at: '2026-10-03T00:00:00.000Z', phase: 'demand' },
    { type: 'policy', at: '2026-10-08T00:00:00.000Z', policy: 'a1b2c3' },
  ],
  summary: {
    first: 31,
    last: 47.99,
    since: '2026-03-02T08:00:00.000Z',
    policyChanges: ['2026-10-08T00:00:00.000Z'],
  },
};

const { target, title, kind, owner, phase, score, level } = listed[1];

/** Targets similar to a target, most similar first. */
export const similar: Similar['items'] = [
  {
    ...{ target, title, kind, owner, phase, score, level, teams: 1 },
    similarity: 0.62,
    reasons: [{ code: 'words', words: ['recipient', 'share'] }],
  },
];

export const fragmentationGroup: FragmentationGroup = {
  key: '0123abcd',
  reasons: [{ code: 'capability', capability: 'data-sharing' }],
  members: listed.map(each => ({
    target: each.target,
    title: each.title,
    kind: each.kind,
    owner: each.owner,
    phase: each.phase,
    score: each.score,
    level: each.level,
    teams: each.counts.teams,
  })),
  otherwise: [
    {
      code: 'build-own',
      team: checkout,
      target: dataSharing,
      interest: 'i9',
      at: '2026-11-03T10:00:00.000Z',
    },
  ],
  teams: 3,
  dismissed: null,
  can: { dismiss: true, merge: 'notApprover' },
};
