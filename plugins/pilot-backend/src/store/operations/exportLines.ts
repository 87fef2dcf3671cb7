import {
  InterestLine,
  InterestStatus,
  StatusLine,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { byCodeUnits } from '../dialect';
import { readable } from '../readable';
import { InterestRow, LogRow, toInterest, toLogEntry } from '../rows';

const pageSize = 1000;

/**
 * Rows in the order of a time and then of further columns, read in pages that
 * begin after the last row of the page before: what is written meanwhile can
 * neither repeat a row nor push one out.
 */
async function* pagesOf<Row extends object>(
  knex: Knex,
  rows: Knex.QueryBuilder,
  order: {
    readonly time: string;
    readonly texts: readonly string[];
    readonly number?: string;
    readonly positionOf: (row: Row) => Array<string | number>;
  },
): AsyncGenerator<Row[]> {
  const columns = [
    knex.raw('??', [order.time]),
    ...order.texts.map(column => byCodeUnits(knex, column)),
    ...(order.number ? [knex.raw('??', [order.number])] : []),
  ];
  const list = columns.map(() => '?').join(', ');
  for (let after: Row | undefined; ; ) {
    const query = rows.clone().orderByRaw(list, columns).limit(pageSize);
    if (after) {
      const position = order.positionOf(after);
      // The first condition alone says nothing more, but an index serves it.
      query
        .where(order.time, '>=', position[0])
        .whereRaw(`(${list}) > (${list})`, [...columns, ...position]);
    }
    const page: Row[] = await query;
    if (page.length > 0) {
      yield page;
    }
    if (page.length < pageSize) {
      return;
    }
    after = page.at(-1);
  }
}

/**
 * Every interest in the order of its creation; within one instant in the order
 * of what tells interests apart, so that two databases export alike.
 */
export async function* exportedInterests(
  knex: Knex,
): AsyncGenerator<InterestLine> {
  const rows = knex('interest')
    .join('target', 'target.id', 'interest.target_id')
    .select('interest.*', 'target.ref as ref');
  const pages = pagesOf<InterestRow & { ref: string }>(knex, rows, {
    time: 'interest.created_at',
    texts: [
      'target.ref',
      'interest.team',
      'interest.author',
      'interest.use_case_key',
    ],
    positionOf: row => [
      Number(row.created_at),
      row.ref,
      row.team,
      row.author,
      row.use_case_key,
    ],
  });
  for await (const page of pages) {
    yield* readable(knex, 'interest', page, toInterestLine);
  }
}

function toInterestLine(row: InterestRow & { ref: string }): InterestLine {
  const interest = toInterest(row);
  return {
    type: 'interest',
    id: interest.id,
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

/** Every change of status, in the order of time. */
export async function* exportedStatuses(
  knex: Knex,
): AsyncGenerator<StatusLine> {
  const rows = knex('interest_log')
    .join('target', 'target.id', 'interest_log.target_id')
    .whereIn('interest_log.type', ['status', 'withdrawn', 'reopened'])
    .select('interest_log.*', 'target.ref as ref');
  const pages = pagesOf<LogRow & { ref: string }>(knex, rows, {
    time: 'interest_log.at',
    texts: ['target.ref'],
    number: 'interest_log.seq',
    positionOf: row => [Number(row.at), row.ref, Number(row.seq)],
  });
  for await (const page of pages) {
    yield* await toStatusLines(knex, page);
  }
}

async function toStatusLines(
  knex: Knex,
  rows: ReadonlyArray<LogRow & { ref: string }>,
): Promise<StatusLine[]> {
  const entries = readable(knex, 'interest_log', rows, toLogEntry);
  const ids = entries.flatMap(entry => ('id' in entry ? entry.id : []));
  const found: Array<InterestRow & { ref: string }> = await knex('interest')
    .join('target', 'target.id', 'interest.target_id')
    .whereIn('interest.id', [...new Set(ids)])
    .select('interest.*', 'target.ref as ref');
  const interests = new Map(found.map(row => [row.id, row]));
  return entries.flatMap(entry => {
    const row = 'id' in entry && interests.get(entry.id);
    if (!row || !('change' in entry)) {
      return [];
    }
    // It may have been moved since, and a line names its interest as it is now.
    const { ref } = row;
    const [interest] = readable(knex, 'interest', [row], toInterest);
    if (!interest) {
      return [];
    }
    const isWithdrawn = entry.type === 'withdrawn';
    const status: InterestStatus = isWithdrawn
      ? 'withdrawn'
      : entry.change.status ?? interest.status;
    return {
      type: 'status' as const,
      target: ref,
      author: interest.author,
      team: interest.team,
      useCaseKey: interest.useCaseKey,
      status,
      note: isWithdrawn ? null : entry.change.statusNote ?? null,
      by: entry.actor,
      at: entry.at.toISOString(),
    };
  });
}
