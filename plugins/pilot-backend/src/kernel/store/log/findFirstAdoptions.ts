import { Knex } from 'knex';
import { readable } from '../readable';
import { linesOfTargets } from './readLines';
import { LogRow, toLogEntry } from './logRows';

/** Finds the first adoption of each interest in some targets, by its id. */
export async function firstAdoptions(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<string, Date>> {
  const times = new Map<string, Date>();
  for (let i = 0; i < targetIds.length; i += 500) {
    const ids = targetIds.slice(i, i + 500);
    const rows: LogRow[] = await linesOfTargets(db, ids, ['status']);
    for (const entry of readable(db, 'interest_log', rows, toLogEntry)) {
      if (entry.type === 'status' && entry.change.status === 'adopted') {
        const known = times.get(entry.id);
        times.set(entry.id, known && known < entry.at ? known : entry.at);
      }
    }
  }
  return times;
}
