import {
  catalogCase,
  DemandLevel,
  Phase,
  phases,
  RecommendationCode,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { byCodeUnits } from '../dialect';
import { readable, readablePage } from '../readable';
import { whereTeam } from './whereTeam';
import { ReadableInterests } from '../interests/readableBy';
import { spansOf } from '../interests/spansOf';
import { TargetRow, StoredTarget, toTarget } from '../targets/targetRows';

/** Filter of targets; what is absent does not narrow. */
export interface DemandFilter {
  readonly kinds?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly types?: readonly string[];
  readonly owners?: readonly string[];
  readonly systems?: readonly string[];
  readonly divisions?: readonly string[];
  readonly phases?: readonly Phase[];
  readonly levels?: readonly DemandLevel[];
  /** With counted interest of this team, as far as somebody may read it. */
  readonly team?: string;
  readonly readable?: ReadableInterests;
  readonly minScore?: number;
  /** Part of a title or name, in any case. */
  readonly text?: string;
  readonly recommended?: readonly RecommendationCode[];
  /** With a proposal that waits for its decision, or without. */
  readonly proposed?: boolean;
  /** With somebody's answer to a check that lapses within this time. */
  readonly expiring?: { readonly after: Date; readonly until: Date };
}

const orderColumns = {
  score: 'score',
  teams: 'teams',
  asks: 'interests',
  newestAsk: 'newest_at',
  growth: 'growth',
  name: 'sort_name',
  readiness: 'readiness',
  phase: 'phase',
} as const;

/** Order of a list: its column, and whether from high to low. */
export interface DemandSort {
  readonly by: keyof typeof orderColumns;
  readonly descending: boolean;
}

/** The place of a row in a list. */
export interface DemandPosition {
  readonly value: number | string;
  readonly id: number;
}

/** Returns the place of a target in a list that is sorted so. */
export function positionOf(
  target: Pick<
    StoredTarget,
    'id' | 'score' | 'sums' | 'growth' | 'sortName' | 'phase'
  > & { readonly readiness?: number | null },
  { by }: DemandSort,
): DemandPosition {
  const values = {
    score: target.score,
    teams: target.sums.teams,
    asks: target.sums.interests,
    newestAsk: target.sums.newestAt?.getTime() ?? 0,
    growth: target.growth,
    name: target.sortName,
    readiness: target.readiness ?? -1,
    phase: target.phase ? phases.indexOf(target.phase) : -1,
  };
  return { value: values[by], id: target.id };
}

/** A page of targets that the catalog knows, in order. */
export async function listDemand(
  db: Knex,
  filter: DemandFilter,
  sort: DemandSort,
  page: { after?: DemandPosition; limit: number },
): Promise<StoredTarget[]> {
  return readablePage<TargetRow, StoredTarget>(db, 'target', {
    limit: page.limit,
    read: toTarget,
    rows: async (last, limit) => {
      const after = last
        ? { value: valueOf(last, sort), id: Number(last.id) }
        : page.after;
      return orderedFrom(db, filter, sort, after).limit(limit);
    },
  });
}

/** Few columns, many rows: an order without an index is sorted anew for each page. */
const idsAtOnce = 2500;

/** The ids of all targets of a list in order, found out before any of them is read. */
export async function listIds(
  db: Knex,
  filter: DemandFilter,
  sort: DemandSort,
): Promise<number[]> {
  const columns = ['id', ...Object.values(orderColumns)];
  const ids = new Set<number>();
  for (let after: DemandPosition | undefined; ; ) {
    await giveWay();
    const rows: TargetRow[] = await orderedFrom(db, filter, sort, after)
      .select(columns)
      .limit(idsAtOnce);
    // One that was written meanwhile may be found again.
    rows.forEach(({ id }) => ids.add(Number(id)));
    const last = rows.at(-1);
    if (!last || rows.length < idsAtOnce) {
      return [...ids];
    }
    after = { value: valueOf(last, sort), id: Number(last.id) };
  }
}

function orderedFrom(
  db: Knex,
  filter: DemandFilter,
  sort: DemandSort,
  after: DemandPosition | undefined,
): Knex.QueryBuilder {
  const value = orderValue(db, sort);
  const direction = sort.descending ? 'desc' : 'asc';
  const query = db('target');
  whereDemand(query, filter);
  query.orderByRaw(`? ${direction}, id ${direction}`, [value]);
  if (after) {
    query.whereRaw(`(?, id) ${sort.descending ? '<' : '>'} (?, ?)`, [
      value,
      after.value,
      after.id,
    ]);
  }
  return query;
}

/** Value that orders a row, also one that cannot be read as a target. */
function valueOf(row: TargetRow, { by }: DemandSort): number | string {
  switch (by) {
    case 'name':
      return row.sort_name ?? '';
    case 'newestAsk':
      return Number(row.newest_at ?? 0);
    case 'readiness':
      return row.readiness ?? -1;
    case 'phase':
      return phases.indexOf(row.phase as Phase);
    default:
      return row[orderColumns[by]] as number;
  }
}

function orderValue(db: Knex, { by }: DemandSort): Knex.Raw {
  if (by === 'name') {
    return byCodeUnits(db, 'sort_name');
  }
  switch (by) {
    case 'newestAsk':
      return db.raw('coalesce(newest_at, 0)');
    case 'readiness':
      return db.raw('coalesce(readiness, -1)');
    case 'phase':
      return byPhase(db);
    default:
      return db.raw('??', [orderColumns[by]]);
  }
}

/** The phases in their order, which is not that of their names. */
function byPhase(db: Knex): Knex.Raw {
  const cases = phases.map((_, index) => `when ? then ${index}`).join(' ');
  return db.raw(`(case phase ${cases} else -1 end)`, [...phases]);
}

/** Counts the targets on all pages. */
export async function countDemand(
  db: Knex,
  filter: DemandFilter,
): Promise<number> {
  const query = db('target');
  whereDemand(query, filter);
  const [{ count }] = await query.count({ count: '*' });
  return Number(count);
}

/** The targets in a list whose demand was written after an instant. */
export async function changedSince(
  db: Knex,
  filter: DemandFilter,
  since: Date,
  limit: number,
): Promise<StoredTarget[]> {
  const query = db<TargetRow>('target')
    .where('changed_at', '>', since.getTime())
    .limit(limit);
  whereDemand(query, filter);
  return readable(db, 'target', (await query) as TargetRow[], toTarget);
}

/** The targets that match a filter as far as time does not change the answer. */
export async function everListed(
  db: Knex,
  filter: DemandFilter,
): Promise<StoredTarget[]> {
  const targets: StoredTarget[] = [];
  const pages = pagesById<TargetRow>(db, some =>
    selectKnown(db, some, filter).where(listed =>
      listed
        .where('kind', 'pilot')
        .orWhereExists(
          db('interest_log')
            .whereRaw('interest_log.target_id = target.id')
            .select('seq'),
        ),
    ),
  );
  for await (const rows of pages) {
    targets.push(...readable(db, 'target', rows, toTarget));
  }
  return targets;
}

/** Facts of a target that a list of any time needs. */
export type KnownTarget = Pick<
  StoredTarget,
  'id' | 'ref' | 'kind' | 'sortName' | 'owner'
>;

/**
 * The same, and what nobody ever asked for: to find that out takes longer than
 * to leave it out later. As it can be all targets, each is told in few words.
 */
export async function everKnown(
  db: Knex,
  filter: DemandFilter,
): Promise<KnownTarget[]> {
  const targets: KnownTarget[] = [];
  const pages = pagesById<
    Pick<TargetRow, 'id' | 'ref' | 'kind' | 'sort_name' | 'owner'>
  >(db, some =>
    selectKnown(db, some, filter).select(
      'id',
      'ref',
      'kind',
      'sort_name',
      'owner',
    ),
  );
  for await (const rows of pages) {
    for (const { id, ref, kind, sort_name, owner } of rows) {
      const sortName = sort_name ?? '';
      targets.push({ id: Number(id), ref, kind, owner, sortName });
    }
  }
  return targets;
}

/** Rows that are read with one statement where all of them are wanted. */
const atOnce = 1000;

/** All rows of a query over some targets at a time, in the order of the ids. */
async function* pagesById<Row>(
  db: Knex,
  select: (some: Knex.QueryBuilder) => Knex.QueryBuilder,
): AsyncGenerator<Row[]> {
  for await (const { from, upTo } of spansOf(db, 'target', {
    key: 'id',
    atOnce,
  })) {
    // With a limit of its own it is read by the ids, whatever is asked of it.
    const some = db('target')
      .whereBetween('id', [from, upTo])
      .limit(atOnce)
      .as('target');
    yield await select(some as unknown as Knex.QueryBuilder).orderBy('id');
  }
}

function selectKnown(
  db: Knex,
  some: Knex.QueryBuilder,
  filter: DemandFilter,
): Knex.QueryBuilder {
  const query = db.from(some).whereNull('gone_at');
  whereLasting(query, filter);
  return query;
}

/** Narrows a query over `target` to what a filter describes. */
function whereDemand(query: Knex.QueryBuilder, filter: DemandFilter): void {
  // What nobody asked for is in the list only where it is a Pilot.
  query
    .whereNull('gone_at')
    .whereNull('merged_into')
    .where(listed =>
      listed
        .where('kind', 'pilot')
        .orWhere('interests', '>', 0)
        .orWhere('internal', '>', 0),
    );
  whereLasting(query, filter);
  whereAnyOf(query, {
    owner: filter.owners,
    phase: filter.phases,
    level: filter.levels,
    recommended: filter.recommended,
  });
  if (filter.minScore !== undefined) {
    query.where('score', '>=', filter.minScore);
  }
  whereNext(query, filter);
  if (filter.team) {
    whereTeam(query, { team: filter.team, readable: filter.readable });
  }
}

/** The conditions about what comes next for a Pilot. */
function whereNext(
  query: Knex.QueryBuilder,
  { proposed, expiring }: DemandFilter,
): void {
  if (proposed !== undefined) {
    query[proposed ? 'whereExists' : 'whereNotExists'](open =>
      open
        .from('proposal')
        .whereRaw('proposal.open_for = target.id')
        .select('proposal.id'),
    );
  }
  if (expiring) {
    const lapsing = (table: string) => (of: Knex.QueryBuilder) =>
      of
        .from(table)
        .whereRaw('??.target_id = target.id', [table])
        .whereNotNull(`${table}.standing`)
        .where(`${table}.expires_at`, '>', expiring.after.getTime())
        .where(`${table}.expires_at`, '<=', expiring.until.getTime())
        .select(`${table}.id`);
    query.where(either =>
      either
        .whereExists(lapsing('attestation'))
        .orWhereExists(lapsing('waiver')),
    );
  }
}

/** The conditions about what a target is, whose past is not kept. */
function whereLasting(query: Knex.QueryBuilder, filter: DemandFilter): void {
  whereAnyOf(query, {
    kind: filter.kinds,
    namespace: filter.namespaces,
    system: filter.systems,
    division: filter.divisions,
  });
  if (filter.types) {
    const types = spellings(filter.types);
    const marks = types.map(() => '?').join(', ') || 'null';
    query.whereRaw(`lower(type) in (${marks})`, types);
  }
  if (filter.text) {
    const pattern = `%${filter.text
      .toLocaleLowerCase('en-US')
      .replace(/[\\%_]/g, match => `\\${match}`)}%`;
    query.where(either =>
      either
        .whereRaw(`sort_name like ? escape '\\'`, [pattern])
        .orWhereRaw(`ref like ? escape '\\'`, [pattern]),
    );
  }
}

/**
 * Returns all that `lower` of a database makes of types that the catalog takes
 * for these: some databases lower the letters from a to z alone.
 */
function spellings(types: readonly string[]): string[] {
  const all = types.flatMap(type => {
    const lower = catalogCase(type);
    const upper = type.toLocaleUpperCase('en-US');
    return [type, lower, upper, upper.slice(0, 1) + lower.slice(1)];
  });
  const ascii = (text: string) => text.replace(/[A-Z]+/g, catalogCase);
  return [...new Set([...all.map(ascii), ...all.map(catalogCase)])];
}

function whereAnyOf(
  query: Knex.QueryBuilder,
  columns: Record<string, readonly string[] | undefined>,
): void {
  for (const [column, values] of Object.entries(columns)) {
    if (values) {
      query.whereIn(column, [...values]);
    }
  }
}
