import {
  DemandLevel,
  Phase,
  StoredSums,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { TargetRow, toSumsRow } from '../targets/targetRows';

/** What a write keeps of a target's demand. */
export interface KeptDemand {
  readonly sums: StoredSums;
  readonly policy: string;
  readonly score: number;
  readonly level: DemandLevel;
  readonly growth: number;
  /** Of Pilots only. */
  readonly phase: Phase | null;
  readonly phaseSince: Date | null;
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
