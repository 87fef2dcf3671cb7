import {
  DemandLevel,
  Phase,
  StoredSums,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { TargetRow, toSumsRow } from '../targets/targetRows';

/** Demand of a target as a write keeps it. */
export interface KeptDemand {
  readonly sums: StoredSums;
  readonly policy: string;
  readonly score: number;
  readonly level: DemandLevel;
  readonly growth: number;
  /** Of Pilots only. */
  readonly phase: Phase | null;
  readonly phaseSince: Date | null;
  /** The latest time in the target's log; if absent, what is kept of that stays. */
  readonly lastAt?: Date;
}

/** Writes the sums of a target that is locked, and what they come to. */
export async function saveDemand(
  tx: Knex.Transaction,
  targetId: number,
  demand: KeptDemand,
  at: Date,
): Promise<void> {
  await tx<TargetRow>('target')
    .where('id', targetId)
    .update({
      ...toSumsRow(demand.sums),
      policy: demand.policy,
      score: demand.score,
      level: demand.level,
      growth: demand.growth,
      phase: demand.phase,
      phase_since: demand.phaseSince?.getTime() ?? null,
      ...(demand.lastAt && { last_at: latest(tx, demand.lastAt) }),
      ranked_at: at.getTime(),
      changed_at: at.getTime(),
      version: tx.raw('version + 1'),
    });
}

/**
 * Brings what lists are ordered by up to date, unless the sums were written
 * since they were read.
 *
 * @returns whether it was written
 */
export async function saveRank(
  tx: Knex.Transaction,
  target: { readonly id: number; readonly version: number },
  rank: Pick<KeptDemand, 'score' | 'level' | 'growth'>,
  at: Date,
): Promise<boolean> {
  const written = await tx<TargetRow>('target')
    .where({ id: target.id, version: target.version })
    .update({ ...rank, ranked_at: at.getTime() });
  return written === 1;
}

function latest(tx: Knex.Transaction, at: Date): Knex.Raw {
  const time = at.getTime();
  return tx.raw('CASE WHEN last_at < ? THEN ? ELSE last_at END', [time, time]);
}
