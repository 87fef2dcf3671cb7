import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { Clock, timeOfWrite } from '../../clock/Clock';
import { beginWrite, forUpdate } from '../dialect';
import { readable } from '../readable';
import { UnreadableRowError } from '../UnreadableRowError';
import { TargetRow, StoredTarget, toTarget } from './targetRows';

/** The locked targets by ref, and the Pilots that they implement, locked too. */
export interface LockedTargets {
  readonly targets: ReadonlyMap<string, StoredTarget>;
  readonly pilots: readonly StoredTarget[];
  /** Time of this write, by the database's clock. */
  readonly now: Date;
}

/**
 * Opens a write: makes the rows of the targets where they are missing and locks
 * them in the order of their ids, so that two writes can wait for each other
 * but never both ways. What is read afterwards, in later statements, stays true
 * until the commit. A Pilot that is linked to a target after the links were read
 * is not locked; the next look through the catalog brings it up to date.
 */
export async function lockTargets(
  tx: Knex.Transaction,
  refs: readonly string[],
  clock?: Clock,
): Promise<LockedTargets> {
  const sorted = [...new Set(refs)].sort();
  const now = timeOfWrite(await beginWrite(tx), clock);
  await tx<TargetRow>('target')
    .insert(sorted.map(ref => ({ ref, kind: parseEntityRef(ref).kind })))
    .onConflict('ref')
    .ignore();

  const ownIds = tx<TargetRow>('target').whereIn('ref', sorted).select('id');
  const implemented = await tx('target_part')
    .whereIn('part_id', ownIds)
    .distinct('pilot_id');
  const pilotIds = implemented.map(row => Number(row.pilot_id));

  // What waits for a lock here reads the rows as whoever held it left them.
  const wanted = tx<TargetRow>('target').whereIn('ref', sorted).orderBy('id');
  const rows: TargetRow[] = await forUpdate(
    tx,
    pilotIds.length > 0 ? wanted.orWhereIn('id', pilotIds) : wanted,
  );
  const targets = readable(tx, 'target', rows, toTarget);
  return {
    targets: new Map(
      targets
        .filter(target => sorted.includes(target.ref))
        .map(target => [target.ref, target]),
    ),
    pilots: targets.filter(target => pilotIds.includes(target.id)),
    now,
  };
}

/**
 * One of the targets that were locked.
 *
 * @throws UnreadableRowError where its row cannot be read: what is not
 *   understood is not written either
 */
export function lockedTarget(
  { targets }: Pick<LockedTargets, 'targets'>,
  ref: string,
): StoredTarget {
  const target = targets.get(ref);
  if (!target) {
    throw new UnreadableRowError('target', `of ${ref} is not known`);
  }
  return target;
}
