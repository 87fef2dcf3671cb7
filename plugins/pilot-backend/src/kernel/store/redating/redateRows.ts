import { dayOf, quarterOf } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { objectOf } from '../columns';
import { LogTimes } from './LogTimes';
import { Present } from './redateLogs';
import { redateCounts } from './redateOutside';

/** The logs of a target whose lines were dated anew. */
export interface RedatedLogs {
  readonly interest: LogTimes;
  readonly readiness: LogTimes;
}

/** Returns the new value of a column, where it says a time to come. */
function column(
  row: Record<string, any>,
  name: string,
  { now, latest }: Present,
  known: (before: number) => number | undefined,
): Record<string, number> {
  const before = row[name] === null ? 0 : Number(row[name]);
  return before > latest.getTime()
    ? { [name]: known(before) ?? now.getTime() }
    : {};
}

/** Dates everything that is kept of a target as its logs are dated now. */
export async function redateRows(
  tx: Knex.Transaction,
  targetId: number,
  { interest, readiness }: RedatedLogs,
  present: Present,
): Promise<void> {
  const mine = (table: string) => tx(table).where({ target_id: targetId });
  for (const row of await mine('interest')) {
    const last = (before: number) => interest.last(before, row.id);
    const first = (before: number) => interest.first(before, row.id);
    await change(tx('interest').where({ id: row.id }), {
      ...column(row, 'created_at', present, first),
      ...column(row, 'confirmed_at', present, last),
      ...column(row, 'updated_at', present, last),
      ...column(row, 'status_at', present, last),
      ...column(row, 'reminded_at', present, last),
    });
  }
  for (const table of ['attestation', 'waiver']) {
    for (const row of await mine(table)) {
      const last = (before: number) => readiness.last(before, row.id);
      const signed = column(row, 'at', present, before =>
        readiness.first(before, row.id),
      );
      await change(tx(table).where({ id: row.id }), {
        ...signed,
        ...(signed.at !== undefined && {
          expires_at: Number(row.expires_at) - (Number(row.at) - signed.at),
        }),
        ...column(row, 'revoked_at', present, last),
      });
    }
  }
  for (const row of await mine('check_result')) {
    const { check_id } = row;
    await change(
      mine('check_result').andWhere({ check_id }),
      column(row, 'at', present, before => readiness.last(before, check_id)),
    );
  }
  for (const row of await mine('proposal')) {
    const times = {
      ...column(row, 'proposed_at', present, before =>
        interest.first(before, row.id),
      ),
      ...column(row, 'decided_at', present, before =>
        interest.last(before, row.id),
      ),
    };
    await change(tx('proposal').where({ id: row.id }), {
      ...times,
      ...asOfThen(row, 'snapshot', times.proposed_at),
      ...asOfThen(row, 'decided_snapshot', times.decided_at),
    });
  }
  await redateRatings(tx, targetId, interest, present);
  await redateCounts(tx, targetId, present);
  const target = await tx('target').where({ id: targetId }).first();
  const [{ newest }] = await mine('interest_log').max({ newest: 'at' });
  await tx('target')
    .where({ id: targetId })
    .update({
      ...column(target, 'phase_since', present, before =>
        interest.last(before),
      ),
      ...column(target, 'gone_at', present, before => interest.last(before)),
      ...column(target, 'missing_since', present, () => undefined),
      last_at: Number(newest ?? 0),
      // It is assessed anew.
      assessed_at: null,
    });
}

/** Dates a snapshot of a proposal or decision as its row is dated now. */
function asOfThen(
  row: Record<string, any>,
  name: string,
  at: number | undefined,
): Record<string, string> {
  if (at === undefined || row[name] === null) {
    return {};
  }
  let snapshot;
  try {
    snapshot = objectOf(row[name], name);
  } catch {
    // What cannot be read stays as it is, and stops nothing else from being mended.
    return {};
  }
  const asOf = new Date(at).toISOString();
  return { [name]: JSON.stringify({ ...snapshot, asOf }) };
}

async function change(
  row: Knex.QueryBuilder,
  columns: Record<string, number | string>,
): Promise<void> {
  if (Object.keys(columns).length > 0) {
    await row.update(columns);
  }
}

/** An answer of a quarter to come is the last one of its own. */
async function redateRatings(
  tx: Knex.Transaction,
  targetId: number,
  interest: LogTimes,
  present: Present,
): Promise<void> {
  const rows = await tx('satisfaction')
    .where({ target_id: targetId })
    .andWhere('at', '>', present.latest.getTime())
    .orderBy('at');
  for (const row of rows) {
    const { team, quarter } = row;
    const { at } = column(row, 'at', present, before =>
      interest.last(before, team),
    );
    const key = { target_id: targetId, team };
    await tx('satisfaction')
      .where({ ...key, quarter })
      .delete();
    await tx('satisfaction')
      .insert({ ...row, at, quarter: quarterOf(new Date(at)) })
      .onConflict(['target_id', 'team', 'quarter'])
      .merge();
  }
}

/** Forgets the days to come of some targets. */
export async function forgetDaysAhead(
  tx: Knex.Transaction,
  targetIds: readonly number[],
  now: Date,
): Promise<void> {
  await tx('demand_day')
    .whereIn('target_id', [...targetIds])
    .andWhere('day', '>', dayOf(now))
    .delete();
}
