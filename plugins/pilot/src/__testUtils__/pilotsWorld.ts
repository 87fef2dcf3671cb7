import type {
  Adoption,
  DemandListItem,
  ListPilotsQuery,
  Pilot,
  PilotListItem,
  ReadinessSummary,
} from '@pilot-to-platform/plugin-pilot-common';
import { checkout, dataSharing, listItemWith, payments } from './world';

/** 13 of 21 pass; the half that one more would be shows rounding down. */
export function readinessWith(
  part: Partial<ReadinessSummary> = {},
): ReadinessSummary {
  return {
    target: dataSharing,
    score: 0.629,
    weakest: 'headcount',
    weakestScore: 0.4,
    applicable: 21,
    unknown: 1,
    expiring: 0,
    ...part,
  };
}

/** Adds what Pilots have beside demand, where the item lacks it. */
export function asPilotItem(
  item: DemandListItem & Partial<PilotListItem>,
): PilotListItem {
  return {
    readiness: readinessWith({ target: item.target }),
    gate: { to: 'platform', open: false, left: 2 },
    recommendation: { code: 'hand-off', reasons: [{ code: 'oneOperator' }] },
    proposal: null,
    ...item,
  };
}

/** A Pilot as a list has it. */
export function pilotItemWith(part: Partial<PilotListItem> = {}) {
  return asPilotItem({ ...listItemWith(), ...part });
}

/** Those of the Pilots that a query about what comes next asks for. */
export function matchPilots(
  pilots: readonly PilotListItem[],
  { recommended, proposed, expiring }: ListPilotsQuery,
): PilotListItem[] {
  return pilots.filter(
    ({ recommendation, proposal, readiness }) =>
      (!recommended?.length ||
        (recommendation !== null &&
          recommended.includes(recommendation.code))) &&
      (proposed === undefined || proposed === (proposal !== null)) &&
      (expiring === undefined ||
        expiring === Boolean(readiness && readiness.expiring > 0)),
  );
}

/** Makes a Pilot in build-out, with two things left before launch. */
export function pilotWith(part: Partial<Pilot> = {}): Pilot {
  return {
    target: dataSharing,
    title: 'Partner data sharing',
    owner: 'group:default/partner-tech',
    asOf: '2026-11-20T14:02:00.000Z',
    phase: 'build-out',
    phaseSince: '2026-10-03T00:00:00.000Z',
    phaseFrom: 'decided',
    phaseReason: 'Three teams wait for it',
    demand: {
      score: 47.99,
      level: 'strong',
      trend: 'rising',
      counts: { interests: 3, teams: 2, useCases: 1, adopters: 0, internal: 1 },
    },
    readiness: readinessWith(),
    gate: {
      to: 'platform',
      open: false,
      left: [
        { code: 'check', check: 'headcount.two-operators' },
        { code: 'check', check: 'automation.monitoring' },
      ],
    },
    proposal: null,
    recommendation: {
      code: 'hand-off',
      reasons: [{ code: 'oneOperator' }, { code: 'fewPeople' }],
    },
    handOff: null,
    platformScale: false,
    approvers: ['group:default/partner-tech'],
    version: 3,
    watch: 'watch-data-sharing',
    can: {},
    ...part,
  };
}

const months = Array.from({ length: 12 }, (_, index) =>
  new Date(Date.UTC(2025, 11 + index, 1)).toISOString().slice(0, 7),
);

/** Four adopters, of whom two are named. */
export function adoptionWith(part: Partial<Adoption> = {}): Adoption {
  return {
    target: dataSharing,
    asOf: '2026-11-20T14:02:00.000Z',
    adopters: 4,
    gained: 1,
    growth: months.map((month, index) => ({
      month,
      adopters: Math.floor(index / 3) + (index === 11 ? 1 : 0),
    })),
    medianDays: 21.5,
    withoutHands: 0.8333,
    satisfaction: {
      mean: 4.25,
      teams: 4,
      quarters: [
        { quarter: '2026-Q3', mean: 3.5, teams: 2 },
        { quarter: '2026-Q4', mean: 4.25, teams: 4 },
      ],
    },
    teams: [
      {
        team: payments,
        askedAt: '2026-03-02T08:00:00.000Z',
        adoptedAt: '2026-04-01T08:00:00.000Z',
        withoutHands: false,
        score: 4,
        note: null,
      },
      {
        team: checkout,
        askedAt: '2026-08-02T08:00:00.000Z',
        adoptedAt: '2026-10-01T08:00:00.000Z',
        withoutHands: null,
        score: null,
        note: null,
      },
    ],
    due: [],
    can: { rate: 'notAdopter' },
    ...part,
  };
}
