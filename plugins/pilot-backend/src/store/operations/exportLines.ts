import {
  InterestLine,
  InterestStatus,
  StatusLine,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { InterestRow, LogRow, toInterest, toLogEntry } from '../rows';

const page = 1000;

/**
 * Every interest in the order of its creation; within one instant in the order
 * of what tells interests apart, so that two databases export alike.
 */
export async function* exportedInterests(
  knex: Knex,
): AsyncGenerator<InterestLine> {
  const order = [
    'interest.created_at',
    'target.ref',
    'interest.team',
    'interest.author',
    'interest.use_case_key',
  ];
  for (let offset = 0; ; offset += page) {
    const rows: Array<InterestRow & { ref: string }> = await knex('interest')
      .join('target', 'target.id', 'interest.target_id')
      .orderBy(order)
      .offset(offset)
      .limit(page)
      .select('interest.*', 'target.ref as ref');
    for (const row of rows) {
      const interest = toInterest(row);
      yield {
        type: 'interest',
        target: row.ref,
        team: interest.team,
        author: interest.author,
        useCaseKey: interest.useCaseKey,
        onBehalf: interest.onBehalf,
        urgency: interest.urgency,
        useCase: interest.useCase,
        alternative: interest.alternative,
        neededBy: interest.neededBy,
        expectedUsage: interest.expectedUsage,
        otherwise: interest.otherwise,
        contribute: interest.contribute,
        createdAt: interest.createdAt.toISOString(),
        confirmedAt: interest.confirmedAt.toISOString(),
      };
    }
    if (rows.length < page) {
      return;
    }
  }
}

/** Every change of status, in the order of time. */
export async function* exportedStatuses(
  knex: Knex,
): AsyncGenerator<StatusLine> {
  for (let offset = 0; ; offset += page) {
    const rows: Array<LogRow & { ref: string }> = await knex('interest_log')
      .join('target', 'target.id', 'interest_log.target_id')
      .whereIn('interest_log.type', ['status', 'withdrawn', 'reopened'])
      .orderBy(['interest_log.at', 'target.ref', 'interest_log.seq'])
      .offset(offset)
      .limit(page)
      .select('interest_log.*', 'target.ref as ref');
    const entries = rows.map(row => ({ ref: row.ref, entry: toLogEntry(row) }));
    const ids = entries.flatMap(({ entry }) =>
      'id' in entry ? [entry.id] : [],
    );
    const interests = new Map(
      (
        await knex<InterestRow>('interest').whereIn('id', [...new Set(ids)])
      ).map(row => [row.id, toInterest(row)]),
    );
    for (const { ref, entry } of entries) {
      const interest = 'id' in entry && interests.get(entry.id);
      if (interest && 'change' in entry) {
        const status: InterestStatus =
          entry.type === 'withdrawn' ? 'withdrawn' : entry.change.status!;
        yield {
          type: 'status',
          target: ref,
          author: interest.author,
          team: interest.team,
          useCaseKey: interest.useCaseKey,
          status,
          note:
            entry.type === 'withdrawn' ? null : entry.change.statusNote ?? null,
          by: entry.actor,
          at: entry.at.toISOString(),
        };
      }
    }
    if (rows.length < page) {
      return;
    }
  }
}
