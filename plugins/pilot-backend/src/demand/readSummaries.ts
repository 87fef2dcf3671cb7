import {
  DemandSummary,
  DemandTrend,
  policyAt,
  PolicyInForce,
  summaryAt,
  TeamDemand,
  trendOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { partsOfPilots } from '../store/operations/findTargets';
import { readTeamDemands } from '../store/operations/teamDemands';
import { StoredTarget } from '../store/rows';
import { demandsAt } from './demandsAt';
import { readDemand } from './readDemand';

const weekMs = 7 * 24 * 60 * 60 * 1000;
const weeksShown = 13;
const trendWeeks = 4;

/** What a list says of a target beside its demand. */
export type ListedTarget = Pick<
  StoredTarget,
  | 'ref'
  | 'kind'
  | 'title'
  | 'type'
  | 'owner'
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
  readonly rollUp: ReadonlyArray<{ target: string; interests: number }>;
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
    /** Whether the scores of 13 weeks are wanted. */
    readonly weeks: boolean;
  },
): Promise<SummaryReading[]> {
  const { policies, now } = options;
  const { fingerprint, policy } = policyAt(policies, now);
  const weeks = options.weeks ? weeksBefore(now) : [];
  const earlier = new Date(now.getTime() - trendWeeks * weekMs);
  const past = await demandsAt(db, targets, [earlier, ...weeks], policies);
  const rollUps = await readRollUps(db, targets);
  const result: SummaryReading[] = [];
  for (const target of targets) {
    // What a replica with a clock that is ahead has saved is part of the present.
    const asOf = new Date(Math.max(now.getTime(), target.lastAt.getTime()));
    const demand =
      target.policy === fingerprint
        ? summaryAt(target.sums, asOf, policy)
        : await readDemand(db, target, { policies, now });
    const [before, ...scores] = past.get(target.id)!.map(({ score }) => score);
    result.push({
      ...summaryOf(demand),
      target,
      asOf,
      trend: trendOf(demand.score, before),
      policy: fingerprint,
      rollUp: rollUps.get(target.id) ?? [],
      weeks: options.weeks ? [...scores, demand.score] : [],
    });
  }
  return result;
}

/** The same at a past instant, by replay of each log. */
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
  const weeks = options.weeks ? weeksBefore(asOf) : [];
  const past = weeks.length
    ? await demandsAt(db, targets, weeks, policies)
    : undefined;
  const result: SummaryReading[] = [];
  for (const target of targets) {
    const demand = await readDemand(db, target, { policies, now: asOf, asOf });
    const scores = past?.get(target.id)!.map(({ score }) => score) ?? [];
    result.push({
      ...summaryOf(demand),
      target,
      asOf,
      trend: demand.trend,
      policy: demand.policy,
      rollUp: demand.rollUp,
      weeks: past ? [...scores, demand.score] : [],
    });
  }
  return result;
}

/** The instants before `at` of a curve of 13 weeks that ends there. */
export function weeksBefore(at: Date): Date[] {
  return Array.from(
    { length: weeksShown - 1 },
    (_, index) => new Date(at.getTime() - (weeksShown - 1 - index) * weekMs),
  );
}

/** A demand without what only its own page shows. */
export function summaryOf(demand: DemandSummary): DemandSummary {
  const { score, level, number, breadth, specific, parts, counts } = demand;
  return { score, level, number, breadth, specific, parts, counts };
}

const counted = (
  teams: readonly TeamDemand[],
  owners: readonly (string | null)[],
) =>
  teams
    .filter(({ team }) => !owners.includes(team))
    .reduce((sum, { n }) => sum + n, 0);

/** How many interests came to Pilots through what implements them. */
async function readRollUps(
  db: Knex,
  targets: readonly StoredTarget[],
): Promise<Map<number, SummaryReading['rollUp']>> {
  const pilots = targets.filter(({ kind }) => kind === 'pilot');
  const links = await partsOfPilots(
    db,
    pilots.map(({ id }) => id),
  );
  const teams = await readTeamDemands(db, [
    ...new Set(links.map(({ part }) => part.id)),
  ]);
  const result = new Map<
    number,
    Array<{ target: string; interests: number }>
  >();
  for (const pilot of pilots) {
    const rows = links
      .filter(({ pilotId }) => pilotId === pilot.id)
      .map(({ part }) => ({
        target: part.ref,
        interests: counted(teams.get(part.id)!, [pilot.owner, part.owner]),
      }))
      .filter(({ interests }) => interests > 0)
      .sort((a, b) => (a.target < b.target ? -1 : 1));
    result.set(pilot.id, rows);
  }
  return result;
}
