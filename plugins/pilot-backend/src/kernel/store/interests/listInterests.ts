import { InterestStatus } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { readablePage } from '../readable';
import { UnreadableRowError } from '../UnreadableRowError';
import { targetsByIds } from '../targets/findTargets';
import { ReadableInterests, readableBy } from './readableBy';
import { spansOf } from './spansOf';
import { StoredTarget } from '../targets/targetRows';
import { InterestRow, StoredInterest, toInterest } from './interestRows';

/** Filter of interests; what is absent does not narrow. */
export interface InterestFilter {
  readonly target?: string;
  /** Ids of interests that are asked for with the target, which they are not in. */
  readonly moved?: readonly string[];
  readonly team?: string;
  readonly author?: string;
  /** Of the target. */
  readonly owner?: string;
  readonly statuses?: readonly InterestStatus[];
  /** From the owner of the target, or not. */
  readonly internal?: boolean;
  /** Last confirmed by `before`, standing, and in one of the statuses; or not. */
  readonly confirmDue?: {
    readonly is: boolean;
    readonly before: Date;
    readonly statuses: readonly InterestStatus[];
  };
}

/** Reader of a list, as far as rows alone can tell. */
export interface InterestReader {
  /** Their own interests are theirs to see wherever the target went. */
  readonly by: string;
  /** Nothing where others' interests are read without conditions. */
  readonly readable?: ReadableInterests;
  /**
   * True where all targets are theirs to see. Else it is not for rows to tell
   * who owns that of an own interest.
   */
  readonly seesAll: boolean;
}

/** The last row of a page: newest first, then by id. */
export interface InterestPosition {
  readonly createdAt: number;
  readonly id: string;
}

/** A page of interests, newest first, with their targets. */
export async function listInterests(
  db: Knex,
  filter: InterestFilter,
  page: { after?: InterestPosition; limit: number; reader: InterestReader },
): Promise<Array<{ interest: StoredInterest; target: StoredTarget }>> {
  type Row = InterestRow & { readonly target: StoredTarget | undefined };
  return readablePage<Row, { interest: StoredInterest; target: StoredTarget }>(
    db,
    'interest',
    {
      limit: page.limit,
      read: row => ({
        interest: toInterest(row),
        target: row.target ?? unreadableTarget(),
      }),
      rows: async (last, limit) => {
        const query = matching(db, filter, page.reader)
          .select('interest.*')
          .orderBy([
            { column: 'interest.created_at', order: 'desc' },
            { column: 'interest.id', order: 'desc' },
          ])
          .limit(limit);
        const after = last
          ? { createdAt: Number(last.created_at), id: last.id }
          : page.after;
        if (after) {
          query.whereRaw('(interest.created_at, interest.id) < (?, ?)', [
            after.createdAt,
            after.id,
          ]);
        }
        const rows: InterestRow[] = await query;
        const targets = await targetsByIds(db, [
          ...new Set(rows.map(row => Number(row.target_id))),
        ]);
        const byId = new Map(targets.map(target => [target.id, target]));
        return rows.map(row => ({
          ...row,
          target: byId.get(Number(row.target_id)),
        }));
      },
    },
  );
}

function unreadableTarget(): never {
  throw new UnreadableRowError('target_id', 'leads to what cannot be read');
}

/** Targets whose interests are counted with one statement, where those of all are. */
const countedAtOnce = 2000;

/** Counts the interests on all pages. */
export async function countInterests(
  db: Knex,
  filter: InterestFilter,
  reader: InterestReader,
): Promise<number> {
  const counted = async (rows: Knex.QueryBuilder) => {
    const [{ count }] = await rows.count({ count: '*' });
    return Number(count);
  };
  const { target, team, author, owner } = filter;
  if (target ?? team ?? author ?? owner) {
    return counted(matching(db, filter, reader));
  }
  let total = 0;
  const spans = spansOf(db, 'target', { key: 'id', atOnce: countedAtOnce });
  for await (const { from, upTo } of spans) {
    total += await counted(
      matching(db, filter, reader).whereBetween('interest.target_id', [
        from,
        upTo,
      ]),
    );
  }
  return total;
}

function matching(
  db: Knex,
  filter: InterestFilter,
  { by, readable, seesAll }: InterestReader,
): Knex.QueryBuilder {
  const query = db('interest').join(
    'target',
    'target.id',
    'interest.target_id',
  );
  // What the catalog no longer knows, nobody can be shown to be allowed to see.
  query.where(seen =>
    seen.where('interest.author', by).orWhereNull('target.gone_at'),
  );
  if (readable) {
    readableBy(query, readable);
  }
  const { target, moved = [] } = filter;
  if (target !== undefined) {
    query.where(either => {
      either.where('target.ref', target);
      if (moved.length > 0) {
        either.orWhereIn('interest.id', [...moved]);
      }
    });
  }
  for (const [column, value] of [
    ['target.owner', filter.owner],
    ['interest.team', filter.team],
    ['interest.author', filter.author],
  ] as const) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  if (filter.statuses) {
    whereStatus(query, filter.statuses);
  }
  if (filter.internal !== undefined) {
    whereInternal(query, filter.internal, seesAll ? undefined : by);
  }
  if (filter.confirmDue) {
    whereDue(query, filter.confirmDue);
  }
  return query;
}

function whereStatus(
  query: Knex.QueryBuilder,
  statuses: readonly InterestStatus[],
): void {
  query.where(either => {
    either.where(standing =>
      standing.where('interest.withdrawn', false).whereIn(
        'interest.status',
        statuses.filter(status => status !== 'withdrawn'),
      ),
    );
    if (statuses.includes('withdrawn')) {
      either.orWhere('interest.withdrawn', true);
    }
  });
}

const ofOwner =
  '(interest.team = target.owner or interest.author = target.owner)';

function whereInternal(
  query: Knex.QueryBuilder,
  internal: boolean,
  /** Author whose interests all pass: the caller of the list filters them. */
  exceptBy: string | undefined,
): void {
  query.where(either => {
    if (internal) {
      either.whereRaw(ofOwner);
    } else {
      either.whereNull('target.owner').orWhereRaw(`not ${ofOwner}`);
    }
    if (exceptBy !== undefined) {
      either.orWhere('interest.author', exceptBy);
    }
  });
}

function whereDue(
  query: Knex.QueryBuilder,
  { is, before, statuses }: NonNullable<InterestFilter['confirmDue']>,
): void {
  const due = (each: Knex.QueryBuilder) =>
    each
      .where('interest.withdrawn', false)
      .whereIn('interest.status', [...statuses])
      .where('interest.confirmed_at', '<=', before.getTime());
  if (is) {
    query.where(due);
  } else {
    query.whereNot(due);
  }
}
