import type { Entity } from '@backstage/catalog-model';
import {
  defaultDemandPolicy,
  type Demand,
  type Interest,
  type Policy,
} from '@pilot-to-platform/plugin-pilot-common';

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
};

export const daysAgo = (days: number) =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();

export function interestWith(part: Partial<Interest> = {}): Interest {
  return {
    id: 'i1',
    target: dataSharing,
    team: payments,
    author: 'user:default/dana',
    onBehalf: false,
    useCaseKey: 'default',
    urgency: 'important',
    useCase: null,
    alternative: null,
    neededBy: null,
    expectedUsage: null,
    otherwise: null,
    contribute: false,
    specificity: 0,
    internal: false,
    status: 'open',
    statusNote: null,
    createdAt: daysAgo(3),
    confirmedAt: daysAgo(3),
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
