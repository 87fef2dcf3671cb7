import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  DemandByRefsResult,
  DemandListItem,
  DemandPage,
  PolicyInForce,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { pastList } from '../demand/pastList';
import { readPastSummaries, readSummaries } from '../demand/readSummaries';
import {
  changedSince,
  countDemand,
  DemandFilter,
  DemandPosition,
  DemandSort,
  listDemand,
  positionOf,
} from '../store/operations/listDemand';
import { findTargets } from '../store/operations/findTargets';
import { readPolicies } from '../store/operations/policies';
import { lastUpkeep } from '../store/operations/upkeep';
import { StoredTarget } from '../store/rows';
import { collectVisible } from './collectVisible';
import { CursorCodec } from './cursor';
import { DemandViews } from './DemandViews';
import { Asked, Door, Viewer } from './Door';
import { readableOf } from './InterestLister';
import { Visibility } from './Visibility';

/** What a list of demand is asked for. */
export interface RankingQuery {
  readonly filter: Omit<DemandFilter, 'readable'>;
  readonly sort: DemandSort;
  readonly asOf?: Date;
  readonly weeks: boolean;
  readonly total: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

/** Where a page of a list begins. */
interface RankingCursor {
  readonly list: string;
  readonly after: DemandPosition;
  /** When the first page was read. */
  readonly began: number;
}

/** Counting for callers of whom each target has to be checked stops here. */
const mostCounted = 2000;
/** More rows than any database of ours has. */
const everything = 10_000_000;
const batch = 500;

/** Demand in lists: ranked, filtered, by ref, now and at past dates. */
export class AuthorizedRanking {
  readonly #knex: Knex;
  readonly #door: Door;
  readonly #views: DemandViews;
  readonly #visibility: Visibility;
  readonly #cursors: CursorCodec<RankingCursor>;
  readonly #clock: () => Date;

  constructor(options: {
    knex: Knex;
    door: Door;
    views: DemandViews;
    visibility: Visibility;
    cursors: CursorCodec<RankingCursor>;
    clock: () => Date;
  }) {
    this.#knex = options.knex;
    this.#door = options.door;
    this.#views = options.views;
    this.#visibility = options.visibility;
    this.#cursors = options.cursors;
    this.#clock = options.clock;
  }

  /** A page of targets that the caller can see. */
  async list(query: RankingQuery, { credentials }: Asked): Promise<DemandPage> {
    const viewer = await this.#door.reader(credentials);
    const now = this.#clock();
    const list = nameOf(query);
    const cursor = query.cursor
      ? this.#cursors.decode(query.cursor, ({ list: of }) => of === list)
      : undefined;
    const began = cursor ? new Date(cursor.began) : now;
    const policies = await readPolicies(this.#knex);
    const filter = { ...query.filter, readable: readableOf(viewer) };
    const source = query.asOf
      ? await this.#then(filter, query.sort, query.asOf, policies)
      : this.#now(filter, query.sort);
    const page = await collectVisible({
      limit: query.limit,
      after: cursor?.after,
      fetch: source.fetch,
      visible: targets => this.#seenBy(credentials, targets),
      positionOf: target => positionOf(target, query.sort),
    });
    const items = await this.#items(page.items, query, viewer, policies);
    return {
      items: sortedPage(items, query.sort),
      asOf: (query.asOf ?? now).toISOString(),
      ...(query.asOf
        ? {}
        : { rankedAt: (await this.#rankedAt(page.items, now)).toISOString() }),
      ...(query.total && {
        total: await this.#count(source.count, credentials),
      }),
      ...(page.next
        ? {
            nextCursor: this.#cursors.encode({
              list,
              after: page.next,
              began: began.getTime(),
            }),
          }
        : {}),
      ...(!page.next && cursor && !query.asOf
        ? { changed: await this.#changed(filter, began, credentials) }
        : {}),
    };
  }

  /** All targets of a list that the caller can see, as they stand at one instant. */
  async all(
    query: RankingQuery,
    { credentials }: Asked,
  ): Promise<AsyncIterable<DemandListItem>> {
    const viewer = await this.#door.reader(credentials);
    const policies = await readPolicies(this.#knex);
    const filter = { ...query.filter, readable: readableOf(viewer) };
    const source = query.asOf
      ? await this.#then(filter, query.sort, query.asOf, policies)
      : this.#now(filter, query.sort);
    const targets = await source.fetch({ limit: everything });
    return this.#itemsOfAll(targets, query, viewer, policies);
  }

  async *#itemsOfAll(
    targets: readonly StoredTarget[],
    query: RankingQuery,
    viewer: Viewer,
    policies: readonly PolicyInForce[],
  ): AsyncIterable<DemandListItem> {
    for (let i = 0; i < targets.length; i += batch) {
      const page = targets.slice(i, i + batch);
      const isSeen = await this.#seenBy(viewer.credentials, page);
      yield* await this.#items(page.filter(isSeen), query, viewer, policies);
    }
  }

  /** The demand of up to 500 targets, `null` for what cannot be seen. */
  async byRefs(
    query: { refs: readonly string[]; weeks: boolean; asOf?: Date },
    { credentials }: Asked,
  ): Promise<DemandByRefsResult> {
    const viewer = await this.#door.reader(credentials);
    const known = await findTargets(this.#knex, query.refs);
    const isSeen = await this.#seenBy(credentials, known);
    const policies = await readPolicies(this.#knex);
    const shown = known.filter(isSeen);
    const views = await this.#items(shown, query, viewer, policies);
    const items = new Map(views.map(item => [item.target, item]));
    const unknown = query.refs.filter(
      ref =>
        this.#door.isTarget(ref) && !known.some(target => target.ref === ref),
    );
    const untouched = await this.#views.untouched(
      unknown,
      { policies, asOf: query.asOf ?? this.#clock(), weeks: query.weeks },
      viewer,
    );
    return {
      items: query.refs.map(
        ref => items.get(ref) ?? untouched.get(ref) ?? null,
      ),
    };
  }

  #now(filter: DemandFilter, sort: DemandSort) {
    return {
      fetch: (page: { after?: DemandPosition; limit: number }) =>
        listDemand(this.#knex, filter, sort, page),
      count: {
        all: () => countDemand(this.#knex, filter),
        some: () =>
          listDemand(this.#knex, filter, sort, { limit: mostCounted + 1 }),
      },
    };
  }

  /** A past date is computed for all targets at once, and is exact. */
  async #then(
    filter: DemandFilter,
    sort: DemandSort,
    asOf: Date,
    policies: readonly PolicyInForce[],
  ) {
    const found = await pastList(this.#knex, filter, asOf, policies);
    const ordered = found
      .map(target => ({ target, at: positionOf(target, sort) }))
      .sort((a, b) => comparePositions(a.at, b.at, sort));
    return {
      fetch: async (page: { after?: DemandPosition; limit: number }) =>
        ordered
          .filter(
            ({ at }) =>
              !page.after || comparePositions(at, page.after, sort) > 0,
          )
          .slice(0, page.limit)
          .map(({ target }) => target),
      count: {
        all: async () => ordered.length,
        some: async () =>
          ordered.slice(0, mostCounted + 1).map(({ target }) => target),
      },
    };
  }

  async #items(
    targets: readonly StoredTarget[],
    query: { readonly weeks: boolean; readonly asOf?: Date },
    viewer: Viewer,
    policies: readonly PolicyInForce[],
  ): Promise<DemandListItem[]> {
    const { weeks, asOf } = query;
    const readings = asOf
      ? await readPastSummaries(this.#knex, targets, { policies, asOf, weeks })
      : await readSummaries(this.#knex, targets, {
          policies,
          now: this.#clock(),
          weeks,
        });
    return this.#views.listOf(readings, viewer, { weeks });
  }

  async #seenBy(
    credentials: BackstageCredentials,
    targets: readonly StoredTarget[],
  ): Promise<(target: StoredTarget) => boolean> {
    const isVisible = await this.#visibility.ofRefs(
      targets.map(({ ref }) => ref),
      credentials,
    );
    // What the catalog no longer knows, nobody can be shown to be allowed to see.
    return target => !target.goneAt && isVisible(target.ref);
  }

  /** `undefined` where counting would mean to check too many. */
  async #count(
    source: {
      all: () => Promise<number>;
      some: () => Promise<readonly StoredTarget[]>;
    },
    credentials: BackstageCredentials,
  ): Promise<number | undefined> {
    if (await this.#visibility.isEverything(credentials)) {
      return source.all();
    }
    const targets = await source.some();
    if (targets.length > mostCounted) {
      return undefined;
    }
    return targets.filter(await this.#seenBy(credentials, targets)).length;
  }

  async #changed(
    filter: DemandFilter,
    since: Date,
    credentials: BackstageCredentials,
  ): Promise<number> {
    const refs = await changedSince(this.#knex, filter, since, mostCounted);
    return refs.filter(await this.#visibility.ofRefs(refs, credentials)).length;
  }

  /** Since when at the earliest the order stands. */
  async #rankedAt(targets: readonly StoredTarget[], now: Date): Promise<Date> {
    const swept = await lastUpkeep(this.#knex, 'sweep');
    const ranked = targets.map(target => target.rankedAt?.getTime() ?? 0);
    return new Date(
      Math.max(swept?.getTime() ?? 0, Math.min(now.getTime(), ...ranked)),
    );
  }
}

/** Tells lists apart, so that a cursor serves only the list that it came from. */
function nameOf({ filter, sort, asOf }: RankingQuery): string {
  return createHash('sha256')
    .update(JSON.stringify([filter, sort, asOf]))
    .digest('base64url')
    .slice(0, 12);
}

function comparePositions(
  a: DemandPosition,
  b: DemandPosition,
  { descending }: DemandSort,
): number {
  const direction = descending ? -1 : 1;
  const order =
    a.value === b.value ? a.id - b.id : Number(a.value > b.value) * 2 - 1;
  return order * direction;
}

/** The stored order may lag; within a page, the exact scores decide. */
function sortedPage(
  items: readonly DemandListItem[],
  { by, descending }: DemandSort,
): DemandListItem[] {
  const direction = descending ? -1 : 1;
  return by === 'score'
    ? [...items].sort((a, b) => (a.score - b.score) * direction)
    : [...items];
}
