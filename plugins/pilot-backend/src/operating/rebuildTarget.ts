import { Knex } from 'knex';
import { saveDemandOf } from '../demand/saveDemandOf';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { enqueueFeed } from '../kernel/store/feed/pendingChanges';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { replayWhole } from './replayState';
import { saveState } from './saveState';
import { latestOf } from '../kernel/clock/latestOf';

/** Reason why a target was not rebuilt. */
export type NotRebuilt = 'notReplayable';

/** Columns that are computed; without them a row can be read, whatever was in them. */
const computed = {
  ref_at: null,
  n: 0,
  t: 0,
  m: 0,
  an: 0,
  a: 0,
  am: 0,
  interests: 0,
  teams: 0,
  use_cases: 0,
  adopters: 0,
  internal: 0,
  newest_at: null,
  policy: null,
  score: 0,
  growth: 0,
  level: null,
  recommended: null,
  assessed_at: null,
};

/**
 * Writes everything that follows from the log of a target anew, in one transaction
 * and behind the same locks as every write: it can run beside them, and again.
 *
 * @returns why nothing was written: a log of which a line is not understood says
 *   less than what is stored
 */
export async function rebuildTarget(
  knex: Knex,
  ref: string,
  clock: Clock,
): Promise<NotRebuilt | undefined> {
  return inTransaction(knex, async tx => {
    const { now } = await lockTargets(tx, [ref], clock);
    const { id } = await tx('target').where({ ref }).first('id');
    const state = await replayWhole(tx, Number(id));
    if (!state) {
      return 'notReplayable';
    }
    await tx('target').where({ ref }).update(computed);
    await saveState(tx, { id: Number(id), ref }, state);
    // With what it implements now.
    const locked = await lockTargets(tx, [ref], clock);
    const target = lockedTarget(locked, ref);
    await saveDemandOf(tx, locked, target, {
      teams: 'all',
      since: new Date(0),
      policies: await readPolicies(tx),
      at: latestOf(now, target.lastAt),
    });
    const isShown =
      target.kind === 'pilot' ||
      state.interests.length > 0 ||
      (await tx('feed').where('target_id', target.id).first('seq'));
    await enqueueFeed(tx, isShown ? [target.id] : []);
    return undefined;
  });
}
