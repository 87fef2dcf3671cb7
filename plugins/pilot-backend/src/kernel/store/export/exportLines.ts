import {
  InterestLine,
  InterestStatus,
  StatusLine,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { sortInTurns } from '../../cost/sortInTurns';
import { readable } from '../readable';
import { statedIn } from '../interests/interestDetails';
import { InterestRow, toInterest } from '../interests/interestRows';
import { LogRow, toLogEntry } from '../log/logRows';

/** Rows that are read with one statement: they lie all over the table. */
const readAtOnce = 200;
/** Rows that are put in order together. */
const atOnce = 500;

type Key = string | number;

/**
 * Rows in the order of two columns that an index has, read in pages that begin
 * after the last row of the page before: what is written meanwhile can neither
 * repeat a row nor push one out.
 */
async function* rowsBy<Row extends object>(
  rows: Knex.QueryBuilder,
  columns: readonly [time: string, key: string],
  keysOf: (row: Row) => readonly [Key, Key],
): AsyncGenerator<Row> {
  for (let after: Row | undefined; ; ) {
    await giveWay();
    const query = rows
      .clone()
      .orderBy([...columns])
      .limit(atOnce);
    if (after) {
      query.whereRaw('(??, ??) > (?, ?)', [...columns, ...keysOf(after)]);
    }
    const page: Row[] = await query;
    yield* page;
    if (page.length < readAtOnce) {
      return;
    }
    after = page.at(-1);
  }
}

/** The rows of several sources by their time, each of which has them in that order. */
async function* mergedByTime<Row>(
  sources: ReadonlyArray<AsyncGenerator<Row>>,
  timeOf: (row: Row) => number,
): AsyncGenerator<Row> {
  const heads = await Promise.all(sources.map(source => source.next()));
  for (;;) {
    let first: number | undefined;
    for (const [index, head] of heads.entries()) {
      if (
        !head.done &&
        (first === undefined || timeOf(head.value) < timeOf(heads[first].value))
      ) {
        first = index;
      }
    }
    if (first === undefined) {
      return;
    }
    yield heads[first].value;
    heads[first] = await sources[first].next();
  }
}

/** Some hundred rows at a time; those of one instant are together. */
async function* byInstants<Row>(
  rows: AsyncGenerator<Row>,
  timeOf: (row: Row) => number,
): AsyncGenerator<Row[]> {
  let page: Row[] = [];
  for await (const row of rows) {
    const last = page.at(-1);
    if (page.length >= atOnce && last && timeOf(last) !== timeOf(row)) {
      yield page;
      page = [];
    }
    page.push(row);
  }
  yield page;
}

type NamedRow<Row> = Row & { readonly ref: string };

/** With the refs of their targets, by time and then by what else is compared. */
async function inOrder<Row extends { target_id: number | string }>(
  knex: Knex,
  rows: readonly Row[],
  keysOf: (row: NamedRow<Row>) => readonly Key[],
): Promise<Array<NamedRow<Row>>> {
  const refs = await refsOf(
    knex,
    rows.map(row => Number(row.target_id)),
  );
  const keyed = rows.map(row => {
    const named = { ...row, ref: refs.get(Number(row.target_id))! };
    return { named, keys: keysOf(named) };
  });
  const sorted = await sortInTurns(keyed, (a, b) => {
    const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
    return at < 0 ? 0 : Number(a.keys[at] > b.keys[at]) * 2 - 1;
  });
  return sorted.map(({ named }) => named);
}

async function refsOf(
  knex: Knex,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const unique = [...new Set(ids)];
  const refs = new Map<number, string>();
  for (let i = 0; i < unique.length; i += atOnce) {
    const found: Array<{ id: number | string; ref: string }> = await knex(
      'target',
    )
      .whereIn('id', unique.slice(i, i + atOnce))
      .select('id', 'ref');
    found.forEach(({ id, ref }) => refs.set(Number(id), ref));
  }
  return refs;
}

/**
 * Every interest in the order of its creation; within one instant in the order
 * of what tells interests apart, so that two databases export alike.
 */
export async function* exportedInterests(
  knex: Knex,
): AsyncGenerator<InterestLine> {
  const createdAt = (row: InterestRow) => Number(row.created_at);
  const rows = rowsBy<InterestRow>(
    knex('interest').select('*'),
    ['created_at', 'id'],
    row => [createdAt(row), row.id],
  );
  for await (const page of byInstants(rows, createdAt)) {
    const named = await inOrder(knex, page, row => [
      ...[createdAt(row), row.ref, row.team, row.author, row.use_case_key],
    ]);
    yield* readable(knex, 'interest', named, toInterestLine);
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
    ...statedIn(interest),
    createdAt: interest.createdAt.toISOString(),
    confirmedAt: interest.confirmedAt.toISOString(),
  };
}

const statusTypes = ['status', 'withdrawn', 'reopened'];

/** Every change of status, in the order of time. */
export async function* exportedStatuses(
  knex: Knex,
): AsyncGenerator<StatusLine> {
  const at = (row: LogRow) => Number(row.at);
  const rows = mergedByTime(
    statusTypes.map(type =>
      rowsBy<LogRow>(
        knex('interest_log').select('*').where({ type }),
        ['at', 'seq'],
        row => [at(row), Number(row.seq)],
      ),
    ),
    at,
  );
  for await (const page of byInstants(rows, at)) {
    const named = await inOrder(knex, page, row => [
      ...[at(row), row.ref, Number(row.seq)],
    ]);
    for (let i = 0; i < named.length; i += atOnce) {
      yield* await toStatusLines(knex, named.slice(i, i + atOnce));
    }
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
