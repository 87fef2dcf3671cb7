import { OwnedSince } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { readable } from '../readable';
import { LogRow, toLogEntry } from '../rows';

/** Who owned targets, in the order of time, by the target's id. */
export async function ownerLog(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, OwnedSince[]>> {
  const result = new Map<number, OwnedSince[]>();
  if (targetIds.length === 0) {
    return result;
  }
  const rows = await db<LogRow>('interest_log')
    .whereIn('target_id', [...targetIds])
    .andWhere('type', 'owner')
    .orderBy(['target_id', 'at', 'seq']);
  readable(db, 'interest_log', rows, row => {
    const entry = toLogEntry(row);
    if (entry.type === 'owner') {
      const id = Number(row.target_id);
      const owners = result.get(id) ?? [];
      owners.push({ at: entry.at, owner: entry.owner });
      result.set(id, owners);
    }
  });
  return result;
}
