import { quarterOf } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { LogTimes } from './LogTimes';
import { redateLines } from './redateLines';
import { objectOf } from '../columns';

/** Until when something can have happened, and now. */
export interface Present {
  readonly now: Date;
  readonly latest: Date;
}

interface Row {
  seq: number | string;
  at: number | string;
  recorded_at: number | string;
  payload: string;
  check_id?: string;
}

const interestTimes = ['createdAt', 'confirmedAt', 'updatedAt', 'statusAt'];

/** Names the subject of a line. */
function subjectOf(row: Row, payload: Record<string, any>): string {
  return (
    payload.state?.id ??
    payload.id ??
    payload.proposal ??
    payload.team ??
    row.check_id ??
    ''
  );
}

/** Dates the lines of a target's log that say a time to come. */
export async function redateLog(
  tx: Knex.Transaction,
  table: 'interest_log' | 'readiness_log',
  targetId: number,
  { now, latest }: Present,
): Promise<LogTimes> {
  const times = new LogTimes();
  const rows: Row[] = await tx(table)
    .where('target_id', targetId)
    .orderBy('seq');
  const changed = redateLines(
    rows.map(row => ({
      seq: Number(row.seq),
      at: Number(row.at),
      recordedAt: Number(row.recorded_at),
      order:
        Number(row.at) > latest.getTime() ? payloadOf(row)?.order : undefined,
    })),
    { now: now.getTime(), latest: latest.getTime() },
  );
  const bySeq = new Map(rows.map(row => [Number(row.seq), row]));
  for (const { seq, at, recordedAt } of changed) {
    const row = bySeq.get(seq)!;
    const payload = payloadOf(row);
    times.add(payload ? subjectOf(row, payload) : '', Number(row.at), at);
    if (payload) {
      redatePayload(payload, { row, at, times, latest: latest.getTime() });
    }
    await tx(table)
      .where({ seq })
      .update({
        at,
        recorded_at: recordedAt,
        ...(payload && { payload: JSON.stringify(payload) }),
      });
  }
  return times;
}

/** The payload of a row; of one that cannot be read the times alone are mended. */
function payloadOf(row: Row): Record<string, any> | undefined {
  try {
    return objectOf(row.payload, 'payload');
  } catch {
    return undefined;
  }
}

function redatePayload(
  payload: Record<string, any>,
  line: {
    readonly row: Row;
    readonly at: number;
    readonly times: LogTimes;
    readonly latest: number;
  },
): void {
  const { row, at, times, latest } = line;
  const before = Number(row.at);
  const subject = subjectOf(row, payload);
  for (const fields of [payload.state, payload.change, payload.also]) {
    for (const key of fields ? interestTimes : []) {
      const time = Date.parse(fields[key]);
      if (time > latest) {
        const known = time === before ? at : times.first(time, subject) ?? at;
        fields[key] = new Date(known).toISOString();
      }
    }
  }
  if (payload.quarter === quarterOf(new Date(before))) {
    payload.quarter = quarterOf(new Date(at));
  }
  // What was signed holds for as long as it was meant to.
  if (typeof payload.expiresAt === 'number') {
    payload.expiresAt -= before - at;
  }
}
