import {
  demandAt,
  DemandAssessment,
  trendOf,
  DemandTrend,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { readPolicies } from '../store/operations/policies';
import { readDemandLogs } from '../store/operations/readLogs';
import { findTarget } from '../store/operations/findTargets';
import { StoredTarget } from '../store/rows';

const trendMs = 28 * 24 * 60 * 60 * 1000;

/** A target's demand at an instant, with the trend that led there. */
export interface DemandReading extends DemandAssessment {
  readonly asOf: Date;
  readonly trend: DemandTrend;
  /** Fingerprint of the policy in force then. */
  readonly policy: string;
}

/**
 * Reads the demand of a target at any instant, in the past, now or to come, by
 * a replay of its log. `target` is absent for an entity nobody ever asked for.
 */
export async function readDemand(
  db: Knex,
  target: Pick<StoredTarget, 'id' | 'ref'> | { ref: string },
  at: Date,
): Promise<DemandReading> {
  const policies = await readPolicies(db);
  const logs = 'id' in target ? await readDemandLogs(db, target) : [];
  const assess = (instant: Date) =>
    demandAt({ target: target.ref, logs, policies, at: instant });
  const demand = assess(at);
  const earlier = assess(new Date(at.getTime() - trendMs));
  return { ...demand, asOf: at, trend: trendOf(demand.score, earlier.score) };
}

/** The teams that a caller knows of who can see only some of a Pilot's parts. */
export async function teamsKnownThrough(
  db: Knex,
  ref: string,
  at: Date,
  isVisible: (ref: string) => boolean,
): Promise<ReadonlySet<string>> {
  const target = await findTarget(db, ref);
  const logs = target ? await readDemandLogs(db, target) : [];
  const { teams } = demandAt({
    target: ref,
    logs: logs.filter(log => log.target === ref || isVisible(log.target)),
    policies: await readPolicies(db),
    at,
  });
  return new Set(teams.map(({ team }) => team));
}
