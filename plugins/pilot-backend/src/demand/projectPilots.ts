import {
  demandAt,
  Phase,
  PolicyInForce,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { enqueueFeed } from '../store/operations/feed';
import { readDemandLogs } from '../store/operations/readLogs';
import { StoredTarget } from '../store/rows';
import { presentOf } from './readDemand';

/**
 * Brings the phase and level that the catalog shows of these Pilots up to date.
 * They are locked, and their logs hold everything that this write appended.
 */
export async function projectPilots(
  tx: Knex.Transaction,
  pilots: readonly StoredTarget[],
  policies: readonly PolicyInForce[],
  now: Date,
): Promise<void> {
  for (const pilot of pilots) {
    const logs = await readDemandLogs(tx, pilot);
    const demand = demandAt({
      target: pilot.ref,
      logs,
      policies,
      at: presentOf(logs, now),
    });
    const phase: Phase =
      pilot.declaredPhase ?? (demand.counts.interests > 0 ? 'demand' : 'pilot');
    if (phase !== pilot.phase || demand.level !== pilot.level) {
      await tx('target')
        .where('id', pilot.id)
        .update({ phase, level: demand.level });
      await enqueueFeed(tx, [pilot.id]);
    }
  }
}
