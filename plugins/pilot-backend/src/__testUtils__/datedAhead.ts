import { Knex } from 'knex';

/** The columns that say when something happened, by table. */
export const instants: Readonly<Record<string, readonly string[]>> = {
  attestation: ['at', 'revoked_at'],
  check_result: ['at'],
  checks_in_use: ['first_at', 'seen_at'],
  demand_day: ['newest_at', 'ref_at'],
  dismissal: ['at', 'revoked_at'],
  erasure: ['begun_at', 'finished_at'],
  interest: [
    ...['created_at', 'confirmed_at', 'updated_at', 'status_at'],
    'reminded_at',
  ],
  interest_log: ['at', 'recorded_at'],
  message_sent: ['sent_at'],
  moved_ref: ['at'],
  outbox: ['created_at', 'claimed_at', 'set_aside_at'],
  outside_count: ['at'],
  policy: ['since'],
  proposal: ['proposed_at', 'decided_at'],
  readiness_fact: ['collected_at'],
  readiness_log: ['at', 'recorded_at'],
  request: ['created_at'],
  satisfaction: ['at'],
  target: [
    ...['assessed_at', 'changed_at', 'gone_at', 'last_at', 'missing_since'],
    ...['newest_at', 'phase_since', 'ranked_at', 'ref_at'],
  ],
  team: ['gone_at', 'missing_since'],
  team_demand: ['newest_at', 'ref_at'],
  upkeep: ['finished_at'],
  waiting_line: ['at'],
  waiver: ['at', 'revoked_at'],
};

/** The columns that hold an instant of the future, as `table.column`. */
export async function datedAhead(knex: Knex, now: Date): Promise<string[]> {
  const found: string[] = [];
  for (const [table, columns] of Object.entries(instants)) {
    for (const column of columns) {
      const row = await knex(table).where(column, '>', now.getTime()).first();
      found.push(...(row ? [`${table}.${column}`] : []));
    }
  }
  return found;
}
