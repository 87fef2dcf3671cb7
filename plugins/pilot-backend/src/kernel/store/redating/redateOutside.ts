import { Knex } from 'knex';
import { presentInOrder } from './presentInOrder';
import { objectOf, timeOf } from '../columns';
import { readable } from '../readable';
import { Present } from './redateLogs';
import { signOf, timesOf, WaitingLine } from '../waiting/saveWaiting';

/** Dates what sources counted of a target at a time to come, in the order of theirs. */
export async function redateCounts(
  tx: Knex.Transaction,
  targetId: number,
  present: Present,
): Promise<void> {
  const rows = await tx('outside_count')
    .where({ target_id: targetId })
    .andWhere('at', '>', present.latest.getTime())
    .orderBy('at');
  const dates = presentInOrder(
    rows.map(row => Number(row.at)),
    { now: present.now.getTime(), latest: present.latest.getTime() },
  );
  for (const row of rows) {
    const { source, team } = row;
    const at = dates.get(Number(row.at))!;
    await tx('outside_count')
      .where({ target_id: targetId, source, team, at: row.at })
      .delete();
    await tx('outside_count')
      .insert({ ...row, at })
      .onConflict(['target_id', 'source', 'team', 'at'])
      .merge();
  }
}

interface WaitingRow {
  id: number | string;
  target: string;
  line: string;
}

const times = ['createdAt', 'confirmedAt', 'at'];

/**
 * Dates lines that wait and say a time to come, in the order of theirs. What they
 * wait for is in their target already, or comes with them.
 */
export async function redateWaiting(
  tx: Knex.Transaction,
  present: Present,
): Promise<void> {
  const rows: WaitingRow[] = await tx('waiting_line')
    .where('at', '>', present.latest.getTime())
    .orderBy('id')
    .select('id', 'target', 'line');
  const lines = readable(tx, 'waiting_line', rows, ({ id, target, line }) => {
    const read = objectOf(line, 'line') as WaitingLine;
    timesOf(read).forEach(time => timeOf(time, 'line'));
    return { id, target, read };
  });
  for (const target of new Set(lines.map(each => each.target))) {
    const own = lines.filter(each => each.target === target);
    const known = await tx('target').where({ ref: target }).first('last_at');
    const dates = presentInOrder(
      own.flatMap(({ read }) => timesOf(read)),
      {
        now: present.now.getTime(),
        latest: present.latest.getTime(),
        least: Number(known?.last_at ?? 0),
      },
    );
    for (const { id, read } of own) {
      await redateLine(tx, id, read, dates);
    }
  }
}

async function redateLine(
  tx: Knex.Transaction,
  id: WaitingRow['id'],
  read: WaitingLine,
  dates: ReadonlyMap<number, number>,
): Promise<void> {
  const line = Object.fromEntries(
    Object.entries(read).map(([key, value]) => {
      const at = times.includes(key) && dates.get(Date.parse(String(value)));
      return [key, at ? new Date(at).toISOString() : value];
    }),
  ) as WaitingLine;
  const sign = signOf(line);
  const twin = await tx('waiting_line').where({ sign }).first('id');
  const own = tx('waiting_line').where({ id });
  await (twin
    ? own.delete()
    : own.update({
        sign,
        at: Math.max(...timesOf(line)),
        line: JSON.stringify(line),
      }));
}
