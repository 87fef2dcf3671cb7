import type {
  CheckResult,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { daysAgo, dataSharing, partnerTech } from './world';

export const council = 'group:default/council';
export const ada = 'user:default/ada';
export const eve = 'user:default/eve';

/** The end of a day so many days from now, which is when answers lapse. */
export const inDays = (days: number) => daysAgo(-days);

export function checkWith(
  part: Partial<CheckResult> & Pick<CheckResult, 'id'>,
): CheckResult {
  return {
    dimension: 'governance',
    question: `Is ${part.id} done?`,
    verdict: 'pass',
    required: [],
    weight: 1,
    source: 'catalog',
    answer: 'From the catalog.',
    evidence: null,
    by: null,
    note: null,
    unseen: false,
    at: daysAgo(1),
    expiresAt: inDays(13),
    expiresSoon: false,
    lastAnswer: null,
    attestation: null,
    waiver: null,
    attestationDays: null,
    fix: { text: `Do ${part.id}.`, link: null, by: partnerTech },
    can: {},
    ...part,
  };
}

const ownersCan = { attest: true, waive: 'notApprover' } as const;

/** Fails, as its owner said, and is required for launch. */
export const twoOperators = checkWith({
  id: 'headcount.two-operators',
  dimension: 'headcount',
  question: 'Can at least two people operate it?',
  verdict: 'fail',
  required: ['platform'],
  source: 'attestation',
  answer: 'From the catalog, or the owner attests it.',
  evidence: 'https://rota.example.com/partner-tech',
  by: ada,
  note: 'The second one joins in January.',
  at: daysAgo(3),
  expiresAt: inDays(80),
  attestation: 'a1',
  attestationDays: 180,
  fix: {
    text: 'Put two names on the rota.',
    link: '/catalog/default/pilot/data-sharing',
    by: partnerTech,
  },
  can: { ...ownersCan, revokeAttestation: true },
});

/** Nobody has said anything about it for too long. */
export const monitoring = checkWith({
  id: 'automation.monitoring',
  dimension: 'automation',
  question: 'Is it monitored?',
  verdict: 'unknown',
  required: ['platform'],
  source: null,
  at: null,
  expiresAt: null,
  lastAnswer: {
    verdict: 'pass',
    source: 'catalog',
    by: null,
    note: null,
    evidence: null,
    at: '2026-01-08T00:00:00.000Z',
    expiresAt: '2026-01-22T00:00:00.000Z',
  },
  can: { attest: 'notAttestable', waive: 'notApprover' },
});

/** Every verdict once; the first two are what is left before launch. */
export const checks: readonly CheckResult[] = [
  twoOperators,
  monitoring,
  checkWith({
    id: 'docs.examples',
    dimension: 'docs',
    question: 'Are there examples?',
    verdict: 'fail',
    fix: {
      text: 'Write a page of examples.',
      link: '/docs/default/pilot/data-sharing',
      by: partnerTech,
    },
    can: ownersCan,
  }),
  checkWith({
    id: 'headcount.enough-people',
    dimension: 'headcount',
    question: 'Are there enough people?',
    verdict: 'waived',
    required: ['platform'],
    source: 'waiver',
    by: ada,
    note: 'Sourcing contract signed',
    at: daysAgo(9),
    expiresAt: inDays(60.5),
    waiver: 'w1',
    attestationDays: 180,
    can: { ...ownersCan, revokeWaiver: 'notApprover' },
  }),
  checkWith({
    id: 'governance.security-review',
    question: 'Has it passed a security review?',
    required: ['platform'],
    source: 'attestation',
    evidence: 'https://reviews.example.com/7',
    by: ada,
    at: daysAgo(168),
    expiresAt: inDays(12.5),
    expiresSoon: true,
    attestation: 'a2',
    attestationDays: 180,
    can: { ...ownersCan, revokeAttestation: true },
  }),
  checkWith({ id: 'governance.owner', question: 'Does a team own it?' }),
  checkWith({
    id: 'docs.getting-started',
    dimension: 'docs',
    question: 'Is there a getting started?',
  }),
  checkWith({
    id: 'headcount.platform-team',
    dimension: 'headcount',
    question: 'Is it agreed who will be the platform team?',
    verdict: 'notApplicable',
    source: null,
    at: null,
    expiresAt: null,
  }),
];

/** Makes the readiness of a Pilot in build-out; its weakest is Docs. */
export function fullReadiness(part: Partial<Readiness> = {}): Readiness {
  return {
    target: dataSharing,
    asOf: '2026-11-20T14:02:00.000Z',
    owner: partnerTech,
    score: 0.629,
    weakest: 'automation',
    weakestScore: 0,
    unknown: 1,
    dimensions: [
      {
        dimension: 'governance',
        score: 1,
        ...{ applicable: 2, passed: 2, waived: 0, failed: 0, unknown: 0 },
      },
      {
        dimension: 'docs',
        score: 0.5,
        ...{ applicable: 2, passed: 1, waived: 0, failed: 1, unknown: 0 },
      },
      {
        dimension: 'automation',
        score: 0,
        ...{ applicable: 1, passed: 0, waived: 0, failed: 0, unknown: 1 },
      },
      {
        dimension: 'headcount',
        score: 0.5,
        ...{ applicable: 2, passed: 0, waived: 1, failed: 1, unknown: 0 },
      },
    ],
    checks: [...checks],
    gate: {
      to: 'platform',
      open: false,
      left: [
        { code: 'check', check: twoOperators.id },
        { code: 'check', check: monitoring.id },
      ],
    },
    collectedAt: new Date(Date.now() - 5 * 60_000).toISOString(),
    silent: [],
    pilots: [],
    approvers: [council],
    waiverDays: 180,
    watch: 'watch-data-sharing',
    can: { attest: true, waive: 'notApprover', collect: true },
    ...part,
  };
}
