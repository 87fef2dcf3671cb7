import {
  DemandSummary,
  DemandTrend,
  policyAt,
  PolicyInForce,
  summaryAt,
  trendOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { daysBefore, growthDays, trendDays } from './daysBefore';
import { demandsAt } from './demandsAt';
import { readDemand } from './readDemand';
import { pastRollUps, readRollUps, RollUp } from './readRollUps';
import { PilotLink } from '../kernel/store/targets/findTargets';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { latestOf } from '../kernel/clock/latestOf';

const weeksShown = 13;

/** Facts of a target that a list shows beside its demand. */
export type ListedTarget = Pick<
  StoredTarget,
  | 'ref'
  | 'kind'
  | 'title'
  | 'type'
  | 'owner'
  | 'currentOwner'
  | 'system'
  | 'division'
  | 'phase'
  | 'phaseSince'
  | 'growth'
  | 'sums'
>;

/** A demand in a list. */
export interface SummaryReading extends DemandSummary {
  readonly target: ListedTarget;
  readonly asOf: Date;
  readonly trend: DemandTrend;
  /** Fingerprint of the policy in force then. */
  readonly policy: string;
  readonly rollUp: RollUp['rollUp'];
  readonly unconfirmed: RollUp['unconfirmed'];
  /** The scores of 13 weeks, oldest first, the last one of the instant itself. */
  readonly weeks: readonly number[];
}

/** Reads the demand of many targets now, from the sums that are kept. */
export async function readSummaries(
  db: Knex,
  targets: readonly StoredTarget[],
  options: {
    readonly policies: readonly PolicyInForce[];
    readonly now: Date;
    /** The parts that the Pilots among the targets name. */
    readonly links: readonly PilotLink[];
    /** True where the scores of 13 weeks are wanted. */
    readonly weeks: boolean;
  },
): Promise<SummaryReading[]> {
  const { policies, now } = options;
  const current = policyAt(policies, now);
  const { fingerprint, policy } = current;
  const weeks = options.weeks ? weeksBefore(now) : [];
  const earlier = daysBefore(now, trendDays);
  const before = daysBefore(now, growthDays);
  const instants = [earlier, before, ...weeks];
  const past = await demandsAt(db, targets, instants, policies);
  const rollUps = await readRollUps(db, targets, options.links, current);
  const result: SummaryReading[] = [];
  for (const target of targets) {
    await giveWay();
    // What a replica with a clock that is ahead has saved is part of the present.
    const asOf = latestOf(now, target.lastAt);
    const demand =
      target.policy === fingerprint
        ? summaryAt(target.sums, asOf, policy)
        : await readDemand(db, target, { policies, now });
    const [then, grownFrom, ...scores] = past
      .get(target.id)!
      .map(({ score }) => score);
    result.push({
      ...summaryOf(demand),
      target: { ...target, growth: demand.score - grownFrom },
      asOf,
      trend: trendOf(demand.score, then),
      policy: fingerprint,
      ...(rollUps.get(target.id) ?? { rollUp: [], unconfirmed: [] }),
      weeks: options.weeks ? [...scores, demand.score] : [],
    });
  }
  return result;
}

/** The same at a past instant, from the sums that were kept then. */
export async function readPastSummaries(
  db: Knex,
  targets: readonly StoredTarget[],
  options: {
    readonly policies: readonly PolicyInForce[];
    readonly asOf: Date;
    readonly weeks: boolean;
  },
): Promise<SummaryReading[]> {
  const { policies, asOf } = options;
  const { fingerprint } = policyAt(policies, asOf);
  const instants = [
    ...[asOf, daysBefore(asOf, trendDays), daysBefore(asOf, growthDays)],
    ...(options.weeks ? weeksBefore(asOf) : []),
  ];
  const demands = await demandsAt(db, targets, instants, policies);
  const rollUps = await pastRollUps(db, targets, { policies, at: asOf });
  const result: SummaryReading[] = [];
  for (const target of targets) {
    await giveWay();
    const [demand, before, earlier, ...weeks] = demands.get(target.id)!;
    const { sums, score } = demand;
    result.push({
      ...summaryOf(demand),
      target: { ...target, sums, growth: score - earlier.score },
      asOf,
      trend: trendOf(score, before.score),
      policy: fingerprint,
      ...(rollUps.get(target.id) ?? { rollUp: [], unconfirmed: [] }),
      weeks: options.weeks ? [...weeks.map(week => week.score), score] : [],
    });
  }
  return result;
}

/** The ends of days before `at` of a curve of 13 weeks that ends there. */
export function weeksBefore(at: Date): Date[] {
  return Array.from({ length: weeksShown - 1 }, (_, index) =>
    daysBefore(at, (weeksShown - 1 - index) * 7),
  );
}

/** A demand without what only its own page shows. */
export function summaryOf(demand: DemandSummary): DemandSummary {
  const { score, level, number, breadth, specific, parts, counts } = demand;
  return { score, level, number, breadth, specific, parts, counts };
}
