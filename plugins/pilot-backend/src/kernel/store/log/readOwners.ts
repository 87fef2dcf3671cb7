import { OwnedSince } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { readable } from '../readable';
import { linesOfTargets } from './readLines';
import { movedAmong } from '../moves/moves';
import { LogRow, toLogEntry } from './logRows';

/**
 * Reads the owners of targets, in the order of time, by the target's id. Who
 * only goes by another ref since is the same owner.
 */
export async function ownerLog(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, OwnedSince[]>> {
  const result = new Map<number, OwnedSince[]>();
  if (targetIds.length === 0) {
    return result;
  }
  const rows: LogRow[] = await linesOfTargets(db, targetIds, ['owner']).orderBy(
    ['target_id', 'at', 'seq'],
  );
  readable(db, 'interest_log', rows, row => {
    const entry = toLogEntry(row);
    if (entry.type === 'owner') {
      const id = Number(row.target_id);
      const owners = result.get(id) ?? [];
      owners.push({ at: entry.at, owner: entry.owner });
      result.set(id, owners);
    }
  });
  return asCalledNow(db, result);
}

async function asCalledNow(
  db: Knex,
  owned: Map<number, OwnedSince[]>,
): Promise<Map<number, OwnedSince[]>> {
  const moved = await movedAmong(
    db,
    [...owned.values()].flat().flatMap(({ owner }) => owner ?? []),
  );
  const nameOf = ({ at, owner }: OwnedSince) => {
    const move = owner === null ? undefined : moved.get(owner);
    // Whoever has the ref later is somebody else.
    return move && at <= move.at ? move.into : owner;
  };
  return new Map(
    [...owned].map(([id, owners]) => [
      id,
      owners.map(each => ({ at: each.at, owner: nameOf(each) })),
    ]),
  );
}
