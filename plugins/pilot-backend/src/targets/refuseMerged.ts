import { Knex } from 'knex';
import { survivorOf } from '../kernel/store/merges/mergedTargets';
import { MergedError } from './MergedError';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** @throws MergedError for a locked target that was merged into another one */
export async function refuseMerged(
  tx: Knex.Transaction,
  target: StoredTarget,
): Promise<void> {
  if (target.mergedInto !== null) {
    const { ref } = await survivorOf(tx, target);
    throw new MergedError(target.ref, ref);
  }
}
