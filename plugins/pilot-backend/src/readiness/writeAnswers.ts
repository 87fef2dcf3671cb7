import { Knex } from 'knex';
import { appendReadinessLog } from '../kernel/store/readiness/appendReadinessLog';
import { ReadinessLine } from '../kernel/store/readiness/readinessRows';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { TargetSnapshot, TargetWriter } from '../targets/TargetWriter';
import { announceReadiness, ReadinessAnnouncers } from './announceReadiness';

/** A target that is locked, and when. */
export type LockedEntity = Pick<TargetSnapshot, 'tx' | 'target' | 'now'>;

/** Keeps what follows from new answers, in the transaction that saves them. */
export type AnswersListener = (
  tx: Knex.Transaction,
  target: StoredTarget,
  now: Date,
) => Promise<void>;

/** Dependencies of writing answers. */
export interface AnswerWriteDeps extends ReadinessAnnouncers {
  readonly targetWriter: TargetWriter;
  readonly onAnswersChanged: AnswersListener;
}

/** Locks a target, decides and saves; then keeps what follows, and tells. */
export async function writeAnswers(
  deps: AnswerWriteDeps,
  ref: string,
  decide: (locked: LockedEntity) => Promise<ReadinessLine[]>,
): Promise<ReadinessLine[]> {
  return deps.targetWriter.write(
    ref,
    async ({ tx, target, now }) => {
      const lines = await decide({ tx, target, now });
      if (lines.length > 0) {
        await appendReadinessLog(tx, target.id, lines, now);
        await deps.onAnswersChanged(tx, target, now);
      }
      return lines;
    },
    lines => announceReadiness(deps, ref, lines),
  );
}
