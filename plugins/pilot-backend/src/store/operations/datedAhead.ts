import { Knex } from 'knex';

/** When something happened, of what belongs to one target. */
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

const all = { target: ofTarget, ...ofTargets, ...shared, ...waiting };

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

/** How many rows are dated later than can be, by table. */
export async function countAhead(
  db: Knex,
  latest: Date,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, columns] of Object.entries(all)) {
    const [{ count }] = (await ahead(db, table, columns, latest).count({
      count: '*',
    })) as Array<{ count: number | string }>;
    if (Number(count) > 0) {
      counts[table] = Number(count);
    }
  }
  return counts;
}

/** The targets of which something is dated later than can be. */
export async function targetsAhead(db: Knex, latest: Date): Promise<string[]> {
  const ids = new Set<number>();
  for (const [table, columns] of Object.entries(ofTargets)) {
    const rows = await ahead(db, table, columns, latest).distinct('target_id');
    rows.forEach(row => ids.add(Number(row.target_id)));
  }
  const refs = new Set<string>();
  for (const row of await ahead(db, 'target', ofTarget, latest).select('ref')) {
    refs.add(row.ref);
  }
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
