import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { spansOf } from '../interests/spansOf';

/** Columns of the past times of what belongs to one target, by table. */
export const ofTargets: Readonly<Record<string, readonly string[]>> = {
  interest: [
    ...['created_at', 'confirmed_at', 'updated_at', 'status_at'],
    'reminded_at',
  ],
  interest_log: ['at', 'recorded_at'],
  readiness_log: ['at', 'recorded_at'],
  attestation: ['at', 'revoked_at'],
  waiver: ['at', 'revoked_at'],
  check_result: ['at'],
  proposal: ['proposed_at', 'decided_at'],
  satisfaction: ['at'],
  outside_count: ['at'],
};

const ofTarget = [
  ...['last_at', 'phase_since', 'gone_at', 'missing_since'],
  ...['assessed_at', 'changed_at', 'ranked_at', 'newest_at', 'ref_at'],
];

/** The same of what belongs to none. */
export const shared: Readonly<Record<string, readonly string[]>> = {
  policy: ['since'],
  dismissal: ['at', 'revoked_at'],
  erasure: ['begun_at', 'finished_at'],
  moved_ref: ['at'],
  request: ['created_at'],
  readiness_fact: ['collected_at'],
  upkeep: ['finished_at'],
  team: ['missing_since', 'gone_at'],
  message_sent: ['sent_at'],
  outbox: ['created_at', 'claimed_at', 'set_aside_at'],
  checks_in_use: ['first_at', 'seen_at'],
};

/** Dated in their own way. */
const waiting = { waiting_line: ['at'] };

const all: Readonly<Record<string, readonly string[]>> = {
  target: ofTarget,
  ...ofTargets,
  ...shared,
  ...waiting,
};

function ahead(
  db: Knex,
  table: string,
  columns: readonly string[],
  latest: Date,
): Knex.QueryBuilder {
  return db(table).where(row =>
    columns.forEach(column => row.orWhere(column, '>', latest.getTime())),
  );
}

/**
 * Column by which the rows of a large table are read in order, and how many of
 * them one statement looks through: no index has all of their times.
 */
const parts: Readonly<
  Record<string, { readonly key: string; readonly atOnce: number }>
> = {
  target: { key: 'id', atOnce: 5_000 },
  interest: { key: 'target_id', atOnce: 1_000 },
  interest_log: { key: 'seq', atOnce: 10_000 },
  readiness_log: { key: 'seq', atOnce: 10_000 },
};

/** Asks for the rows of a table that are dated later than can be, a part at a time. */
async function askInParts<Row>(
  db: Knex,
  table: string,
  latest: Date,
  ask: (rows: Knex.QueryBuilder) => Promise<Row[]>,
): Promise<Row[]> {
  const rows = ahead(db, table, all[table], latest);
  const part = parts[table];
  if (!part) {
    await giveWay();
    return ask(rows);
  }
  const found: Row[] = [];
  for await (const { from, upTo } of spansOf(db, table, part)) {
    found.push(
      ...(await ask(rows.clone().whereBetween(part.key, [from, upTo]))),
    );
  }
  return found;
}

/** Counts the rows that are dated later than can be, by table. */
export async function countAhead(
  db: Knex,
  latest: Date,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of Object.keys(all)) {
    const found = await askInParts<{ count: number | string }>(
      db,
      table,
      latest,
      rows => rows.count({ count: '*' }),
    );
    const count = found.reduce((sum, each) => sum + Number(each.count), 0);
    if (count > 0) {
      counts[table] = count;
    }
  }
  return counts;
}

/** The targets of which something is dated later than can be. */
export async function targetsAhead(db: Knex, latest: Date): Promise<string[]> {
  const ids = new Set<number>();
  for (const table of Object.keys(ofTargets)) {
    const rows = await askInParts<{ target_id: number | string }>(
      db,
      table,
      latest,
      each => each.distinct('target_id'),
    );
    rows.forEach(row => ids.add(Number(row.target_id)));
  }
  const own = await askInParts<{ ref: string }>(db, 'target', latest, rows =>
    rows.select('ref'),
  );
  const refs = new Set(own.map(({ ref }) => ref));
  const found = [...ids];
  for (let i = 0; i < found.length; i += 500) {
    const rows = await db('target')
      .whereIn('id', found.slice(i, i + 500))
      .select('ref');
    rows.forEach(row => refs.add(row.ref));
  }
  return [...refs].sort();
}

/** Lets what belongs to no target have happened now at the latest. */
export async function redateShared(
  tx: Knex.Transaction,
  { now, latest }: { readonly now: Date; readonly latest: Date },
): Promise<void> {
  for (const [table, columns] of Object.entries(shared)) {
    for (const column of columns) {
      await tx(table)
        .where(column, '>', latest.getTime())
        .update({ [column]: now.getTime() });
    }
  }
}
