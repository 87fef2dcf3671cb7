import { Knex } from 'knex';
import { isSqlite } from '../kernel/store/dialect';

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

/** The columns that say when something is to happen, which lies ahead, and why. */
export const planned: Readonly<Record<string, string>> = {
  'attestation.expires_at': 'an answer holds until then',
  'outbox.due_at': 'a message waits for an undo, or for another attempt',
  'waiver.expires_at': 'an exemption holds until then',
};

/** The other columns of whole numbers that are as large. */
export const numbers: readonly string[] = [
  ...['attestation', 'check_result', 'demand_day', 'feed', 'feed_pending'],
  ...['interest', 'interest_log', 'outside_count', 'proposal'],
  ...['readiness_fact', 'readiness_log', 'satisfaction', 'team_demand'],
  'waiver',
]
  .map(table => `${table}.target_id`)
  .concat(
    ...['feed.seq', 'feed_counter.acknowledged', 'feed_counter.seq'],
    ...['feed_pending.id', 'interest_log.seq', 'outbox.id', 'policy.id'],
    ...['proposal.open_for', 'readiness_log.seq', 'target.id'],
    ...['target.merged_into', 'target_part.part_id', 'target_part.pilot_id'],
    'waiting_line.id',
  );

/** The columns of all tables that were migrated, as `table.column`, by their type. */
export async function columnsOf(knex: Knex): Promise<Map<string, string>> {
  const tables: Array<{ name: string }> = isSqlite(knex)
    ? await knex('sqlite_master').where({ type: 'table' }).select('name')
    : await knex('information_schema.tables')
        .whereRaw('table_schema = current_schema()')
        .select({ name: 'table_name' });
  const found = new Map<string, string>();
  for (const { name } of tables) {
    if (!/^(knex|sqlite)_/.test(name)) {
      for (const [column, { type }] of Object.entries(
        await knex(name).columnInfo(),
      )) {
        found.set(`${name}.${column}`, type);
      }
    }
  }
  return found;
}

const written = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Changes every instant that is written in a text. */
export function changeInstants(
  text: string,
  change: (at: number) => number,
): string {
  return text
    .replace(written, at => new Date(change(Date.parse(at))).toISOString())
    .replace(/(?<=:)1[5-9]\d{11}(?=[,}])/g, at => String(change(Number(at))));
}

/** The texts that write an instant of the future, as `table.column`, in turn. */
export async function writtenAhead(knex: Knex, now: Date): Promise<string[]> {
  const found = new Set<string>();
  for (const [name, type] of await columnsOf(knex)) {
    if (/text|char/.test(type)) {
      const [table, column] = name.split('.');
      for (const row of await knex(table).whereNotNull(column).select(column)) {
        changeInstants(String(row[column]), at => {
          if (at > now.getTime()) {
            found.add(name);
          }
          return at;
        });
      }
    }
  }
  return [...found].sort();
}

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
