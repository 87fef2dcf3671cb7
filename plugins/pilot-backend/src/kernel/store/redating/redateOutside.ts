import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { presentInOrder } from './presentInOrder';
import { objectOf, timeOf } from '../columns';
import { readable } from '../readable';
import { Present } from './redateLogs';
import { signOf, timesOf, WaitingLine } from '../waiting/waitingLines';

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
  const known = await tx('outside_count')
    .where({ target_id: targetId })
    .andWhere('at', '<=', present.latest.getTime())
    .max({ at: 'at' })
    .first();
  const dates = presentInOrder(
    rows.map(row => Number(row.at)),
    {
      now: present.now.getTime(),
      latest: present.latest.getTime(),
      least: Number(known?.at ?? -1) + 1,
    },
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

interface DatedWaitingLine {
  readonly id: WaitingRow['id'];
  readonly read: WaitingLine;
}

const times = ['createdAt', 'confirmedAt', 'at'];

/**
 * Dates lines that wait and say a time to come, in the order of theirs and after those
 * that do not. What they wait for is in their target already, or comes with them.
 */
export async function redateWaiting(
  tx: Knex.Transaction,
  present: Present,
): Promise<void> {
  const rows: WaitingRow[] = await tx('waiting_line')
    .where('at', '>', present.latest.getTime())
    .orderBy('id')
    .select('id', 'target', 'line');
  const lines = new Map<string, DatedWaitingLine[]>();
  readable(tx, 'waiting_line', rows, ({ id, target, line }) => {
    const read = objectOf(line, 'line') as WaitingLine;
    timesOf(read).forEach(time => timeOf(time, 'line'));
    const own = lines.get(target) ?? [];
    own.push({ id, read });
    lines.set(target, own);
  });
  for (const [target, own] of lines) {
    await giveWay();
    const dates = presentInOrder(
      own.flatMap(({ read }) => timesOf(read)),
      {
        now: present.now.getTime(),
        latest: present.latest.getTime(),
        least: await lastTrueTime(tx, target, present),
      },
    );
    for (const { id, read } of own) {
      await redateLine(tx, id, read, dates);
    }
  }
}

/** Finds when something last happened in a target, or is said to by a line that waits. */
async function lastTrueTime(
  tx: Knex.Transaction,
  target: string,
  { latest }: Present,
): Promise<number> {
  const known = await tx('target').where({ ref: target }).first('last_at');
  const waiting = await tx('waiting_line')
    .where({ target })
    .andWhere('at', '<=', latest.getTime())
    .max({ at: 'at' })
    .first();
  return Math.max(
    Number(known?.last_at ?? 0),
    waiting?.at === null ? 0 : Number(waiting!.at) + 1,
  );
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
