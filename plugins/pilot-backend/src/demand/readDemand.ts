import {
  assessStored,
  demandSteps,
  DemandAssessment,
  DemandTrend,
  policyAt,
  PolicyInForce,
  TargetLog,
  trendOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { inTurns } from '../kernel/cost/inTurns';
import { readDemandLogs } from '../kernel/store/log/readLogs';
import { daysBefore, trendDays } from './daysBefore';
import { demandsAt } from './demandsAt';
import { readParts } from './readParts';
import { readUnconfirmed, RollUp } from './readRollUps';
import { KeptDemandInputs } from './saveDemandOf';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** A target's demand at an instant, with the trend that led there. */
export interface DemandReading extends DemandAssessment {
  /** Absent where nothing is kept of it. */
  readonly stored?: StoredTarget;
  readonly asOf: Date;
  readonly trend: DemandTrend;
  /** Fingerprint of the policy in force then. */
  readonly policy: string;
  /** Parts that do not count, because their owner has not confirmed them. */
  readonly unconfirmed: RollUp['unconfirmed'];
  /** The same demand as far as it came through some of the targets in it. */
  readonly through: (
    isIncluded: (target: string) => boolean,
  ) => Promise<DemandAssessment>;
}

/** Time and policies under which a demand is to be read. */
export interface ReadingOptions {
  readonly policies: readonly PolicyInForce[];
  readonly now: Date;
  /** An instant other than now. */
  readonly asOf?: Date;
  /** Inputs in the hand of a write that just kept them. */
  readonly kept?: KeptDemandInputs;
}

/**
 * Reads the demand of a target: now from the sums that are kept, at any other
 * instant by a replay of its log. An entity nobody ever asked for has no id, and
 * no demand.
 */
export async function readDemand(
  db: Knex,
  target: StoredTarget | { readonly ref: string },
  options: ReadingOptions,
): Promise<DemandReading> {
  if (!('id' in target)) {
    const { policies, asOf, now } = options;
    return replay(target.ref, [], policies, asOf ?? now);
  }
  return { ...(await readStored(db, target, options)), stored: target };
}

async function readStored(
  db: Knex,
  target: StoredTarget,
  { policies, now, asOf, kept }: ReadingOptions,
): Promise<DemandReading> {
  const { fingerprint } = policyAt(policies, now);
  if (asOf || target.policy !== fingerprint) {
    const logs = await readDemandLogs(db, target);
    return replay(target.ref, logs, policies, asOf ?? presentOf(logs, now));
  }
  return readKept(db, target, { policies, now, kept });
}

/**
 * Now, or the latest time in the logs: what a replica with a clock that is
 * ahead has saved is part of the present of all.
 */
function presentOf(logs: readonly TargetLog[], now: Date): Date {
  const latest = logs
    .flatMap(log => log.entries)
    .reduce((most, { at }) => Math.max(most, at.getTime()), now.getTime());
  return new Date(latest);
}

async function readKept(
  db: Knex,
  target: StoredTarget,
  { policies, now, kept }: Omit<ReadingOptions, 'asOf'>,
): Promise<DemandReading> {
  const current = policyAt(policies, now);
  const parts = kept?.parts ?? (await readParts(db, target, current));
  const newest = parts
    .flatMap(({ teams }) => teams)
    .reduce((most, { refAt }) => Math.max(most, refAt.getTime()), 0);
  const asOf = new Date(
    Math.max(now.getTime(), target.lastAt.getTime(), newest),
  );
  const assess = (isIncluded: (ref: string) => boolean) =>
    assessStored({
      target: target.ref,
      owner: target.owner,
      parts: parts.filter(
        part => part.target === target.ref || isIncluded(part.target),
      ),
      policy: current.policy,
      now: asOf,
    });
  const demand = assess(() => true);
  const earlier = daysBefore(asOf, trendDays);
  const isKnown = kept?.earlier.at.getTime() === earlier.getTime();
  const before = isKnown
    ? kept.earlier.score
    : await scoreAt(db, target, earlier, policies);
  return {
    ...demand,
    asOf,
    trend: trendOf(demand.score, before),
    policy: current.fingerprint,
    unconfirmed: await readUnconfirmed(db, target),
    through: async isIncluded => assess(isIncluded),
  };
}

async function scoreAt(
  db: Knex,
  target: StoredTarget,
  at: Date,
  policies: readonly PolicyInForce[],
): Promise<number> {
  const past = await demandsAt(db, [target], [at], policies);
  return past.get(target.id)![0].score;
}

async function replay(
  target: string,
  logs: readonly TargetLog[],
  policies: readonly PolicyInForce[],
  asOf: Date,
): Promise<DemandReading> {
  const assess = (at: Date, isIncluded: (ref: string) => boolean) =>
    inTurns(
      demandSteps({
        target,
        logs: logs.filter(
          log => log.target === target || isIncluded(log.target),
        ),
        policies,
        at,
      }),
    );
  const demand = await assess(asOf, () => true);
  const earlier = await assess(daysBefore(asOf, trendDays), () => true);
  return {
    ...demand,
    asOf,
    trend: trendOf(demand.score, earlier.score),
    through: isIncluded => assess(asOf, isIncluded),
  };
}
