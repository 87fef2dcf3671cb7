import { CountLine } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { numberOf, timeOf } from '../columns';
import { readable } from '../readable';

interface OutsideCountRow {
  target_id: number | string;
  source: string;
  /** Empty where it is of nobody in particular. */
  team: string;
  at: number | string;
  count: number;
}

/** Number of those who asked elsewhere, as a source said last. */
export interface OutsideCount {
  readonly source: string;
  readonly team: string | null;
  readonly count: number;
  readonly at: Date;
}

/**
 * Keeps what a source counted. Of two counts of one instant the higher one holds,
 * whichever comes first.
 *
 * @returns whether it says something new
 */
export async function saveOutsideCount(
  tx: Knex.Transaction,
  targetId: number,
  { source, team, at, count }: CountLine,
): Promise<boolean> {
  const key = {
    target_id: targetId,
    source,
    team: team ?? '',
    at: Date.parse(at),
  };
  const known = await tx<OutsideCountRow>('outside_count').where(key).first();
  if (known && known.count >= count) {
    return false;
  }
  await tx<OutsideCountRow>('outside_count')
    .insert({ ...key, count })
    .onConflict(['target_id', 'source', 'team', 'at'])
    .merge();
  return true;
}

/** Reads the last count of each source at an instant, in targets together. */
export async function outsideCounts(
  db: Knex,
  targetIds: readonly number[],
  at: Date,
): Promise<OutsideCount[]> {
  const rows: OutsideCountRow[] = await db('outside_count')
    .whereIn('target_id', [...targetIds])
    .andWhere('at', '<=', at.getTime())
    .orderBy('at');
  const last = new Map<string, OutsideCountRow>();
  readable(db, 'outside_count', rows, row => {
    numberOf(row.count, 'count');
    timeOf(row.at, 'at');
    last.set(JSON.stringify([row.target_id, row.source, row.team]), row);
  });
  return [...last.values()]
    .map(row => ({
      source: row.source,
      team: row.team || null,
      count: row.count,
      at: new Date(Number(row.at)),
    }))
    .sort(
      (a, b) =>
        Number(a.source > b.source) - Number(a.source < b.source) ||
        Number((a.team ?? '') > (b.team ?? '')) -
          Number((a.team ?? '') < (b.team ?? '')),
    );
}
