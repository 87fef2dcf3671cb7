import { PolicyInForce } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { projectPilots } from '../demand/projectPilots';
import { appendLog } from '../store/operations/appendLog';
import { enqueueFeed } from '../store/operations/feed';
import { saveInterests } from '../store/operations/interests';
import { LockedTargets } from '../store/operations/lockTargets';
import { NewLogEntry, StoredInterest, StoredTarget } from '../store/rows';

/** What a write adds to one target. */
export interface TargetChanges {
  readonly entries: readonly NewLogEntry[];
  /** The new states of the interests that the entries are about. */
  readonly interests: readonly StoredInterest[];
  /** Whether the catalog shows something else afterwards. */
  readonly projected: boolean;
}

/**
 * Writes what was decided about a locked target: the log, the present states,
 * the note for the feed, and the phases and levels of the Pilots it counts for.
 */
export async function saveChanges(
  tx: Knex.Transaction,
  where: { readonly locked: LockedTargets; readonly target: StoredTarget },
  changes: TargetChanges,
  when: {
    readonly policies: readonly PolicyInForce[];
    readonly at: Date;
    readonly recordedAt: Date;
  },
): Promise<void> {
  if (changes.entries.length === 0) {
    return;
  }
  const { locked, target } = where;
  await saveInterests(tx, target.id, changes.interests);
  await appendLog(tx, target.id, changes.entries, when.recordedAt);
  if (changes.projected) {
    await enqueueFeed(tx, [target.id]);
  }
  const pilots =
    target.kind === 'pilot' ? [target, ...locked.pilots] : locked.pilots;
  await projectPilots(tx, pilots, when.policies, when.at);
}
