import { Knex } from 'knex';

/** A table whose rows cannot be recomputed from others. */
export interface KeptTable {
  readonly table: string;
  /** Its primary key, which rows are sorted by. */
  readonly key: readonly string[];
  /** Columns that are computed anew, or that only a running process fills. */
  readonly without?: readonly string[];
  /** The only columns of it that are kept; all others if absent. */
  readonly only?: readonly string[];
  /** Selects the rows that are kept; all of them if absent. */
  readonly where?: (rows: Knex.QueryBuilder) => Knex.QueryBuilder;
  /** True where the database gives its numbers. */
  readonly numbered?: true;
}

const sums = ['n', 't', 'm', 'an', 'a', 'am', 'ref_at', 'newest_at'];
const counts = ['interests', 'teams', 'use_cases', 'adopters', 'internal'];

/**
 * Everything that an export of everything holds, in the order of the file. A
 * column that a migration adds is held as well, unless it is named here.
 */
export const keptTables: readonly KeptTable[] = [
  // Dismissals and erasures name things by them; other secrets are made anew.
  {
    table: 'secret',
    key: ['name'],
    where: rows => rows.whereIn('name', ['group', 'erasure']),
  },
  { table: 'policy', key: ['id'], numbered: true },
  { table: 'team', key: ['ref'] },
  {
    table: 'target',
    key: ['id'],
    numbered: true,
    without: [
      ...sums,
      ...counts,
      ...['policy', 'version', 'score', 'level', 'growth', 'ranked_at'],
      ...['changed_at', 'readiness', 'recommended', 'assessed_at'],
    ],
  },
  { table: 'interest_log', key: ['seq'], numbered: true },
  { table: 'readiness_log', key: ['seq'], numbered: true },
  { table: 'proposal', key: ['id'] },
  { table: 'attestation', key: ['id'] },
  { table: 'waiver', key: ['id'] },
  { table: 'check_result', key: ['target_id', 'check_id'] },
  // A source that is silent today may have answered before.
  { table: 'readiness_fact', key: ['target_id'] },
  { table: 'satisfaction', key: ['target_id', 'team', 'quarter'] },
  { table: 'outside_count', key: ['target_id', 'source', 'team', 'at'] },
  { table: 'waiting_line', key: ['id'], numbered: true },
  { table: 'dismissal', key: ['id'] },
  { table: 'erasure', key: ['id'] },
  { table: 'moved_ref', key: ['from_ref'] },
  { table: 'request', key: ['author', 'request_id'] },
  {
    table: 'outbox',
    key: ['id'],
    numbered: true,
    without: ['claimed_at', 'claim'],
  },
  { table: 'message_sent', key: ['recipient', 'scope'] },
  // The rest of an interest is in the log.
  {
    table: 'interest',
    key: ['id'],
    only: ['id', 'reminded_at', 'known_title'],
    where: rows =>
      rows.where(some =>
        some.whereNotNull('reminded_at').orWhereNotNull('known_title'),
      ),
  },
];

/** Tables of which everything is recomputed, or is of this database alone. */
export const recomputedTables: readonly string[] = [
  ...['target_part', 'team_demand', 'demand_day'],
  ...['feed', 'feed_pending', 'feed_counter', 'upkeep', 'checks_in_use'],
];
