import { DemandDay } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { insertAll } from '../dialect';
import { SumsRow, toSums, toSumsRow } from '../rows';

type DemandDayRow = SumsRow & {
  target_id: number | string;
  day: number;
  policy: string;
};

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
  for (let i = 0; i < targetIds.length; i += 500) {
    const ids = targetIds.slice(i, i + 500);
    const rows = await db<DemandDayRow>('demand_day')
      .whereIn('target_id', ids)
      .andWhere('day', '<=', until)
      .andWhere(
        'day',
        '>=',
        db('demand_day as earlier')
          .whereRaw('earlier.target_id = demand_day.target_id')
          .andWhere('earlier.day', '<=', from)
          .select(db.raw('coalesce(max(earlier.day), 0)')),
      )
      .orderBy(['target_id', 'day']);
    for (const row of rows) {
      result.get(Number(row.target_id))!.push(toDay(row));
    }
  }
  return result;
}
