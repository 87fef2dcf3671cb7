import { DemandDay } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { insertAll } from '../dialect';
import { SumsRow, toSums, toSumsRow } from '../rows';

type DemandDayRow = SumsRow & {
  target_id: number | string;
  day: number;
  policy: string;
};

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
  if (targetIds.length > wholeTable) {
    await collectDays(selectDays(db, from, until), result);
    return result;
  }
  for (let i = 0; i < targetIds.length; i += 500) {
    const ids = targetIds.slice(i, i + 500);
    await collectDays(
      selectDays(db, from, until).whereIn('target.id', ids),
      result,
    );
  }
  return result;
}

// From the targets to their days and not the other way round: where the days
// begin is then looked up once for each target.
function selectDays(db: Knex, from: number, until: number): Knex.QueryBuilder {
  return db('target')
    .crossJoin(db.ref('demand_day'))
    .whereRaw('demand_day.target_id = target.id')
    .andWhere('demand_day.day', '<=', until)
    .andWhere(
      'demand_day.day',
      '>=',
      db('demand_day as earlier')
        .whereRaw('earlier.target_id = target.id')
        .andWhere('earlier.day', '<=', from)
        .select(db.raw('coalesce(max(earlier.day), 0)')),
    )
    .select('demand_day.*');
}

async function collectDays(
  query: Knex.QueryBuilder,
  days: Map<number, DemandDay[]>,
): Promise<void> {
  // The targets' own ids: SQLite would else go through them by score, all over
  // the table of days.
  const rows: DemandDayRow[] = await query.orderBy([
    'target.id',
    'demand_day.day',
  ]);
  for (const row of rows) {
    days.get(Number(row.target_id))?.push(toDay(row));
  }
}
