import { DemandDay } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { insertAll } from '../dialect';
import { readable } from '../readable';
import { toSums, SumsRow, toSumsRow } from '../targets/targetRows';

type DemandDayRow = SumsRow & {
  target_id: number | string;
  day: number;
  policy: string;
};

/** Targets whose days are read with one statement. */
const atOnce = 500;
/** More targets than this are found sooner by reading those of all. */
const wholeTable = 10_000;

const toRow = (targetId: number, { day, policy, sums }: DemandDay) => ({
  target_id: targetId,
  day,
  policy,
  ...toSumsRow(sums),
});

const toDay = (row: DemandDayRow): DemandDay => ({
  day: row.day,
  policy: row.policy,
  sums: toSums(row),
});

/** Keeps the sums that hold at the end of a day if nothing more happens on it. */
export async function saveDay(
  tx: Knex.Transaction,
  targetId: number,
  day: DemandDay,
): Promise<void> {
  await tx('demand_day')
    .insert(toRow(targetId, day))
    .onConflict(['target_id', 'day'])
    .merge();
}

/** Replaces all days from one on. */
export async function replaceDays(
  tx: Knex.Transaction,
  targetId: number,
  from: number,
  days: readonly DemandDay[],
): Promise<void> {
  await tx('demand_day')
    .where('target_id', targetId)
    .andWhere('day', '>=', from)
    .delete();
  await insertAll(
    tx,
    'demand_day',
    days.map(day => toRow(targetId, day)),
  );
}

/**
 * The days of targets on which their sums were kept, by target: from the last
 * one up to `from` until the last one up to `until`.
 */
export async function daysBetween(
  db: Knex,
  targetIds: readonly number[],
  from: number,
  until: number,
): Promise<Map<number, DemandDay[]>> {
  const result = new Map<number, DemandDay[]>(
    targetIds.map(id => [id, []] as const),
  );
  await giveWay();
  const ids = [...targetIds].sort((a, b) => a - b);
  for (let i = 0; i < ids.length; i += atOnce) {
    await giveWay();
    const rows: DemandDayRow[] = await selectDays(db, {
      from,
      until,
      ids: ids.slice(i, i + atOnce),
      all: ids.length > wholeTable,
    });
    readable(db, 'demand_day', rows, row =>
      result.get(Number(row.target_id))?.push(toDay(row)),
    );
  }
  for (const days of result.values()) {
    await giveWay();
    days.sort((a, b) => a.day - b.day);
  }
  return result;
}

// First where the days of each target begin, once and in the order of the ids:
// as a mere condition PostgreSQL would look that up for every day there is, and
// in another order SQLite would jump all over the table.
function selectDays(
  db: Knex,
  which: {
    from: number;
    until: number;
    /** In order. */
    ids: readonly number[];
    /** True where those in between are read as well. */
    all: boolean;
  },
): Knex.QueryBuilder {
  const starts = db('target')
    .select(
      'id',
      db('demand_day as earlier')
        .whereRaw('earlier.target_id = target.id')
        .andWhere('earlier.day', '<=', which.from)
        .select(db.raw('coalesce(max(earlier.day), 0)'))
        .as('start'),
    )
    .orderBy('id');
  return db
    .withMaterialized(
      'starts',
      which.all
        ? starts.whereBetween('id', [which.ids[0], which.ids.at(-1)!])
        : starts.whereIn('id', [...which.ids]),
    )
    .from('starts')
    .crossJoin(db.ref('demand_day'))
    .whereRaw('demand_day.target_id = starts.id')
    .whereRaw('demand_day.day >= starts.start')
    .andWhere('demand_day.day', '<=', which.until)
    .select('demand_day.*');
}
