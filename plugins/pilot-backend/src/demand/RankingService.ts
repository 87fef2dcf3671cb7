import {
  DemandByRefsResult,
  DemandListItem,
  DemandPage,
  PolicyInForce,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { readPastSummaries, readSummaries } from './readSummaries';
import {
  findTargets,
  linksOf,
  PilotLink,
} from '../kernel/store/targets/findTargets';
import { DemandPosition, positionOf } from '../kernel/store/demand/demandOrder';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { lastUpkeep } from '../kernel/store/upkeep/finishedPasses';
import {
  collectVisible,
  countVisible,
  VisibleList,
} from '../kernel/http/collectVisible';
import { CursorCodec } from '../kernel/http/cursor';
import { DemandViews } from './DemandViews';
import { RankingQuery } from './RankingQuery';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import {
  assessedTargets,
  ListedTargets,
  narrowedTo,
  pastTargets,
  presentTargets,
  seenTargets,
} from './ListedTargets';
import { sortedPage } from './sortedPage';
import { readableOf } from '../kernel/access/readableInterest';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Beginning of a page of a list. */
interface RankingCursor {
  readonly list: string;
  readonly after: DemandPosition;
  /** Time at which the first page was read. */
  readonly began: number;
}

/** The present of an answer, the same for all of it. */
interface Moment {
  readonly policies: readonly PolicyInForce[];
  readonly now: Date;
}

/** Rows that items of a list were made from, for whoever shows more of them. */
export interface ListedRows {
  readonly targets: readonly StoredTarget[];
  /** The parts that the Pilots among them name; none in a list of the past. */
  readonly links: readonly PilotLink[];
}

/** Some items of a list, and the rows that they were made from. */
interface ListedItems {
  readonly items: readonly DemandListItem[];
  readonly rows: ListedRows;
}

/** More rows than any database of ours has. */
const everything = 10_000_000;

interface Deps {
  readonly knex: Knex;
  readonly door: Door;
  readonly views: DemandViews;
  readonly cursors: CursorCodec<RankingCursor>;
  readonly clock: () => Date;
}

/** Demand in lists: ranked, filtered, by ref, now and at past dates. */
export class RankingService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A page of targets that the caller can see. */
  async list(query: RankingQuery, options: CallOptions): Promise<DemandPage> {
    return (await this.page(query, options)).page;
  }

  /** The same with the rows that it was made from. */
  async page(
    query: RankingQuery,
    { credentials }: CallOptions,
  ): Promise<{ page: DemandPage; rows: ListedRows }> {
    const viewer = await this.#deps.door.reader(credentials);
    const now = this.#deps.clock();
    const list = nameOf(query);
    const cursor = query.cursor
      ? this.#deps.cursors.decode(query.cursor, ({ list: of }) => of === list)
      : undefined;
    const began = cursor ? new Date(cursor.began) : now;
    const policies = query.policies ?? (await readPolicies(this.#deps.knex));
    const listed = await this.#listed(query, viewer, policies);
    const found = await collectVisible({
      limit: query.limit,
      after: cursor?.after,
      ...this.#visible(listed, query),
    });
    const { items, rows } = await this.#items(found.items, query, viewer, {
      policies,
      now,
    });
    const page = {
      items: sortedPage(items, found.items, query.sort),
      asOf: (query.asOf ?? now).toISOString(),
      ...(query.asOf
        ? {}
        : { rankedAt: (await this.#rankedAt(found.items, now)).toISOString() }),
      ...(query.total && {
        total: await this.#count(listed, query, viewer),
      }),
      ...(found.next
        ? {
            nextCursor: this.#deps.cursors.encode({
              list,
              after: found.next,
              began: began.getTime(),
            }),
          }
        : {}),
      ...(!found.next && cursor && !query.asOf
        ? { changed: await this.#changed(listed, began) }
        : {}),
    };
    return { page, rows };
  }

  /** All targets of a list that the caller can see, as they stand at one instant. */
  async all(
    query: RankingQuery,
    options: CallOptions,
  ): Promise<AsyncIterable<DemandListItem>> {
    const pages = await this.pages(query, options);
    return (async function* items() {
      for await (const page of pages) {
        yield* page.items;
      }
    })();
  }

  /** The same, some at a time, with the rows that they were made from. */
  async pages(
    query: RankingQuery,
    { credentials }: CallOptions,
  ): Promise<AsyncIterable<ListedItems>> {
    const viewer = await this.#deps.door.reader(credentials);
    const when = {
      policies: query.policies ?? (await readPolicies(this.#deps.knex)),
      now: this.#deps.clock(),
    };
    const listed = await this.#listed(query, viewer, when.policies);
    return this.#pagesOf(listed, { query, viewer, when });
  }

  async *#pagesOf(
    { all, seen }: ListedTargets,
    {
      query,
      viewer,
      when,
    }: { query: RankingQuery; viewer: Viewer; when: Moment },
  ): AsyncIterable<ListedItems> {
    for await (const page of all()) {
      const isSeen = await seen(page);
      yield await this.#items(page.filter(isSeen), query, viewer, when);
    }
  }

  /** The demand of up to 500 targets, `null` for what cannot be seen. */
  async byRefs(
    query: { refs: readonly string[]; weeks: boolean; asOf?: Date },
    { credentials }: CallOptions,
  ): Promise<DemandByRefsResult> {
    const viewer = await this.#deps.door.reader(credentials);
    const known = await findTargets(this.#deps.knex, query.refs);
    const isSeen = await seenTargets(viewer, known);
    const now = this.#deps.clock();
    const policies = await readPolicies(this.#deps.knex);
    const shown = known.filter(isSeen);
    const read = await this.#items(shown, query, viewer, { policies, now });
    const items = new Map(read.items.map(item => [item.target, item]));
    const unknown = query.refs.filter(
      ref =>
        this.#deps.door.isTarget(ref) &&
        !known.some(target => target.ref === ref),
    );
    const untouched = await this.#deps.views.untouched(
      unknown,
      { policies, asOf: query.asOf ?? now, weeks: query.weeks },
      viewer,
    );
    return {
      items: query.refs.map(
        ref => items.get(ref) ?? untouched.get(ref) ?? null,
      ),
    };
  }

  async #listed(
    query: RankingQuery,
    viewer: Viewer,
    policies: readonly PolicyInForce[],
  ): Promise<ListedTargets> {
    const listed = await this.#matching(query, viewer, policies);
    return query.only ? narrowedTo(listed, query.only) : listed;
  }

  async #matching(
    { filter, lapsing: expiring, sort, asOf, assessed }: RankingQuery,
    viewer: Viewer,
    policies: readonly PolicyInForce[],
  ): Promise<ListedTargets> {
    const listing = {
      knex: this.#deps.knex,
      viewer,
      filter: { ...filter, expiring, readable: readableOf(viewer) },
      sort,
    };
    if (assessed) {
      return assessedTargets(listing, assessed);
    }
    return asOf
      ? pastTargets(listing, {
          at: asOf,
          policies,
          visibleParts: refs => this.#deps.views.visibleParts(refs, viewer),
        })
      : presentTargets(listing);
  }

  async #items(
    targets: readonly StoredTarget[],
    { weeks, asOf }: { readonly weeks: boolean; readonly asOf?: Date },
    viewer: Viewer,
    { policies, now }: Moment,
  ): Promise<ListedItems> {
    const { knex, views } = this.#deps;
    const pilots = asOf ? [] : targets.filter(({ kind }) => kind === 'pilot');
    const links = await linksOf(
      knex,
      pilots.map(({ id }) => id),
    );
    const readings = asOf
      ? await readPastSummaries(knex, targets, { policies, asOf, weeks })
      : await readSummaries(knex, targets, { policies, now, links, weeks });
    return {
      items: await views.listOf(readings, viewer, { weeks }),
      rows: { targets, links },
    };
  }

  async #count(
    listed: ListedTargets,
    query: RankingQuery,
    viewer: Viewer,
  ): Promise<number> {
    return !query.only && (await viewer.seesCatalog())
      ? listed.count()
      : countVisible(this.#visible(listed, query));
  }

  #visible(
    listed: ListedTargets,
    { sort }: RankingQuery,
  ): VisibleList<StoredTarget, DemandPosition> {
    return {
      fetch: listed.fetch,
      visible: listed.seen,
      positionOf: target => positionOf(target, sort),
    };
  }

  async #changed(listed: ListedTargets, since: Date): Promise<number> {
    const targets = await listed.changed(since, everything);
    return targets.filter(await listed.seen(targets)).length;
  }

  /** Since when at the earliest the order stands. */
  async #rankedAt(targets: readonly StoredTarget[], now: Date): Promise<Date> {
    const swept = await lastUpkeep(this.#deps.knex, 'sweep');
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
