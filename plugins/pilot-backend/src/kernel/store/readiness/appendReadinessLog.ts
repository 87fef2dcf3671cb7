import { Knex } from 'knex';
import { byTarget } from '../byTarget';
import { insertAll } from '../dialect';
import { readablePage } from '../readable';
import {
  ReadinessLine,
  ReadinessLogRow,
  toReadinessLine,
  toReadinessLogRow,
} from './readinessRows';

/** Appends to what was said of the checks of a target that is locked. */
export async function appendReadinessLog(
  tx: Knex.Transaction,
  targetId: number,
  lines: readonly ReadinessLine[],
  recordedAt: Date,
): Promise<void> {
  await insertAll(
    tx,
    'readiness_log',
    lines.map(line => toReadinessLogRow(targetId, line, recordedAt)),
  );
}

/** A page of what was said of the checks of a target, newest first. */
export async function pageReadinessLog(
  db: Knex,
  targetId: number,
  page: {
    readonly check?: string;
    /** The number of the last line of the page before. */
    readonly before?: number;
    readonly limit: number;
  },
): Promise<Array<ReadinessLine & { readonly seq: number }>> {
  return readablePage<ReadinessLogRow, ReturnType<typeof toReadinessLine>>(
    db,
    'readiness_log',
    {
      limit: page.limit,
      read: toReadinessLine,
      rows: async (last, limit) => {
        const query = db<ReadinessLogRow>('readiness_log')
          .where('target_id', targetId)
          .orderBy('seq', 'desc')
          .limit(limit);
        if (page.check !== undefined) {
          query.andWhere('check_id', page.check);
        }
        const before = last ? Number(last.seq) : page.before;
        if (before !== undefined) {
          query.andWhere('seq', '<', before);
        }
        return query;
      },
    },
  );
}

/** Every result of one check, by the target that it is of, oldest first. */
export async function resultsOfCheck(
  db: Knex,
  targetIds: readonly number[],
  check: string,
): Promise<Map<number, ReadinessLine[]>> {
  const rows = await db<ReadinessLogRow>('readiness_log')
    .whereIn('target_id', [...targetIds])
    .andWhere({ check_id: check, type: 'result' })
    .orderBy(['at', 'seq']);
  return byTarget(db, 'readiness_log', rows, toReadinessLine);
}
