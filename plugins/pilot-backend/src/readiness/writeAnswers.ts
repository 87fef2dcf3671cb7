import { Knex } from 'knex';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import { appendReadinessLog } from '../kernel/store/readiness/appendReadinessLog';
import { ReadinessLine } from '../kernel/store/readiness/readinessRows';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { refuseMerged } from '../targets/refuseMerged';
import { announceReadiness, ReadinessAnnouncers } from './announceReadiness';

/** A target that is locked, and when. */
export interface LockedEntity {
  readonly tx: Knex.Transaction;
  readonly target: StoredTarget;
  readonly now: Date;
}

/** Keeps what follows from new answers, in the transaction that saves them. */
export type AnswersListener = (
  tx: Knex.Transaction,
  target: StoredTarget,
  now: Date,
) => Promise<void>;

/** Dependencies of writing answers. */
export interface AnswerWriteDeps extends ReadinessAnnouncers {
  readonly knex: Knex;
  readonly onAnswersChanged: AnswersListener;
  readonly clock: Clock;
}

/** Locks a target, decides and saves; then keeps what follows, and tells. */
export async function writeAnswers(
  deps: AnswerWriteDeps,
  ref: string,
  decide: (locked: LockedEntity) => Promise<ReadinessLine[]>,
): Promise<ReadinessLine[]> {
  const lines = await inTransaction(deps.knex, async tx => {
    const locked = await lockTargets(tx, [ref], deps.clock);
    const { now } = locked;
    const target = lockedTarget(locked, ref);
    await refuseMerged(tx, target);
    const said = await decide({ tx, target, now });
    if (said.length > 0) {
      await appendReadinessLog(tx, target.id, said, now);
      await deps.onAnswersChanged(tx, target, now);
    }
    return said;
  });
  announceReadiness(deps, ref, lines);
  return lines;
}
