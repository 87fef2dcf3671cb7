import {
  demandAt,
  DemandAssessment,
  DemandTrend,
  PolicyInForce,
  TargetLog,
  trendOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { readDemandLogs } from '../store/operations/readLogs';
import { StoredTarget } from '../store/rows';

const trendMs = 28 * 24 * 60 * 60 * 1000;

/** A target's demand at an instant, with the trend that led there. */
export interface DemandReading extends DemandAssessment {
  readonly asOf: Date;
  readonly trend: DemandTrend;
  /** Fingerprint of the policy in force then. */
  readonly policy: string;
}

/** When, and under which policies, a demand is to be read. */
export interface ReadingOptions {
  readonly policies: readonly PolicyInForce[];
  readonly now: Date;
  /** An instant other than now. */
  readonly asOf?: Date;
}

/**
 * Now, or the latest time in the logs: what a replica with a clock that is
 * ahead has saved is part of the present of all.
 */
export function presentOf(logs: readonly TargetLog[], now: Date): Date {
  const latest = logs
    .flatMap(log => log.entries)
    .reduce((most, { at }) => Math.max(most, at.getTime()), now.getTime());
  return new Date(latest);
}

/**
 * Reads the demand of a target now, or at any other instant, by a replay of
 * its log. An entity nobody ever asked for has no id, and no demand.
 */
export async function readDemand(
  db: Knex,
  target: Pick<StoredTarget, 'id' | 'ref'> | { readonly ref: string },
  { policies, now, asOf }: ReadingOptions,
): Promise<DemandReading> {
  const logs = 'id' in target ? await readDemandLogs(db, target) : [];
  const at = asOf ?? presentOf(logs, now);
  const assess = (instant: Date) =>
    demandAt({ target: target.ref, logs, policies, at: instant });
  const demand = assess(at);
  const earlier = assess(new Date(at.getTime() - trendMs));
  return { ...demand, asOf: at, trend: trendOf(demand.score, earlier.score) };
}

/** A Pilot's demand at an instant as far as it came through some of its parts. */
export async function demandThrough(
  db: Knex,
  target: Pick<StoredTarget, 'id' | 'ref'>,
  isVisible: (ref: string) => boolean,
  at: { readonly policies: readonly PolicyInForce[]; readonly asOf: Date },
): Promise<DemandAssessment> {
  const logs = await readDemandLogs(db, target);
  return demandAt({
    target: target.ref,
    logs: logs.filter(
      log => log.target === target.ref || isVisible(log.target),
    ),
    policies: at.policies,
    at: at.asOf,
  });
}
