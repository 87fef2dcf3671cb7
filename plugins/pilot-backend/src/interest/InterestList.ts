import { NotAllowedError } from '@backstage/errors';
import {
  Interest,
  InterestPage,
  isInternal,
  pilotInterestReadPermission,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import { requirePermission } from '../kernel/access/Permits';
import { FoundInterest, readableOf } from '../kernel/access/readableInterest';
import { Clock } from '../kernel/clock/Clock';
import { PilotConfig } from '../kernel/config/config';
import { giveWay } from '../kernel/cost/giveWay';
import {
  collectVisible,
  countVisible,
  VisibleList,
} from '../kernel/http/collectVisible';
import { CursorCodec } from '../kernel/http/cursor';
import { askedUnder } from '../kernel/store/merges/findAskedUnder';
import {
  countInterests,
  InterestFilter,
  InterestPosition,
  InterestReader,
  listInterests,
} from '../kernel/store/interests/listInterests';
import { confirmableStatuses } from './confirmability';
import { InterestViews } from './InterestViews';
import { KnownTarget, knownTargets } from './knownTargets';

/** Rows that are read at once where all of them are wanted. */
const batch = 500;

/** Filter of a list of interests. */
export interface InterestsQuery
  extends Omit<InterestFilter, 'author' | 'confirmDue'> {
  /** A User ref, or `me`. */
  readonly author?: string;
  readonly confirmDue?: boolean;
}

/** One page of them. */
export interface InterestsPageQuery extends InterestsQuery {
  readonly total?: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

interface Deps {
  readonly knex: Knex;
  readonly door: Door;
  readonly interestViews: InterestViews;
  readonly cursors: CursorCodec<InterestPosition>;
  readonly config: Pick<PilotConfig, 'confirmAfterDays' | 'showAuthors'>;
  readonly clock: Clock;
}

/** Lists interests, newest first, as far as the caller may see them, and always their own. */
export class InterestList {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotAllowedError for others' interests that cannot be read */
  async list(
    { total, cursor, limit, ...query }: InterestsPageQuery,
    { credentials }: CallOptions,
  ): Promise<InterestPage> {
    const { door, cursors, interestViews } = this.#deps;
    const viewer = await door.viewer(credentials);
    const filter = await this.#filter(query, viewer);
    const page = await collectVisible({
      limit,
      after: cursor ? cursors.decode(cursor, isPosition) : undefined,
      ...this.#visible(filter, viewer),
    });
    const count = total ? await this.#count(filter, viewer) : undefined;
    return {
      items: await interestViews.of(page.items, viewer),
      ...(page.next ? { nextCursor: cursors.encode(page.next) } : {}),
      ...(count === undefined ? {} : { total: count }),
    };
  }

  /**
   * The same without an end of the page. Whoever records meanwhile is left out.
   *
   * @throws NotAllowedError for others' interests that cannot be read
   */
  async all(
    query: InterestsQuery,
    { credentials }: CallOptions,
  ): Promise<AsyncIterable<Interest>> {
    const viewer = await this.#deps.door.viewer(credentials);
    return this.#all(await this.#filter(query, viewer), viewer);
  }

  async *#all(filter: InterestFilter, viewer: Viewer): AsyncIterable<Interest> {
    const { interestViews } = this.#deps;
    const { fetch, visible } = this.#visible(filter, viewer);
    for (let after: InterestPosition | undefined; ; ) {
      await giveWay();
      const found = await fetch({ after, limit: batch });
      const shown = found.filter(await visible(found));
      yield* await interestViews.of(shown, viewer);
      if (found.length < batch) {
        return;
      }
      after = positionOf(found[found.length - 1]);
    }
  }

  async #count(filter: InterestFilter, viewer: Viewer): Promise<number> {
    return (await viewer.seesCatalog())
      ? countInterests(this.#deps.knex, filter, readerOf(viewer, true))
      : countVisible(this.#visible(filter, viewer));
  }

  async #filter(
    query: InterestsQuery,
    viewer: Viewer,
  ): Promise<InterestFilter> {
    const { author: asked, confirmDue, ...filter } = query;
    const { user } = viewer.caller;
    const author = asked === 'me' ? user : asked;
    this.#requireReadable(author, viewer);
    const { target } = filter;
    return {
      ...filter,
      author,
      // Authors find what they asked for under the ref that they know, wherever it went.
      ...(target !== undefined &&
        (author ?? user) === user && {
          moved: await askedUnder(this.#deps.knex, target, user),
        }),
      ...(confirmDue !== undefined && { confirmDue: this.#due(confirmDue) }),
    };
  }

  #requireReadable(
    author: string | undefined,
    { caller, rights }: Viewer,
  ): void {
    if (author === caller.user) {
      return;
    }
    requirePermission(pilotInterestReadPermission, !rights.read.isNone);
    if (author && !this.#deps.config.showAuthors) {
      throw new NotAllowedError(
        'author: who recorded an interest is not shown in this portal; ask for author=me, or leave it out',
      );
    }
  }

  #due(is: boolean): InterestFilter['confirmDue'] {
    const { clock, config } = this.#deps;
    const before = clock().getTime() - config.confirmAfterDays * dayMs;
    return { is, before: new Date(before), statuses: confirmableStatuses };
  }

  #visible(
    filter: InterestFilter,
    viewer: Viewer,
  ): VisibleList<FoundInterest, InterestPosition> {
    const { knex } = this.#deps;
    return {
      fetch: async page => {
        const reader = readerOf(viewer, await viewer.seesCatalog());
        return listInterests(knex, filter, { ...page, reader });
      },
      visible: found => this.#visibleAmong(found, filter, viewer),
      positionOf,
    };
  }

  async #visibleAmong(
    found: readonly FoundInterest[],
    filter: InterestFilter,
    viewer: Viewer,
  ): Promise<(each: FoundInterest) => boolean> {
    const isOwn = (each: FoundInterest) =>
      each.interest.author === viewer.caller.user;
    const isVisible = await viewer.sees(found.map(({ target }) => target.ref));
    const own = found.filter(isOwn);
    const known = await knownTargets(this.#deps.knex, own, viewer);
    return each =>
      isOwn(each)
        ? matchesKnown(filter, each, known(each))
        : !viewer.rights.read.isNone && isVisible(each.target.ref);
  }
}

/** Asking for a target or an owner must not tell where one's own interest went. */
function matchesKnown(
  { target, moved = [], owner, internal }: InterestFilter,
  { interest }: FoundInterest,
  known: KnownTarget,
): boolean {
  return (
    (target === undefined ||
      target === known.ref ||
      moved.includes(interest.id)) &&
    (owner === undefined || owner === known.owner) &&
    (internal === undefined || internal === isInternal(interest, [known.owner]))
  );
}

function readerOf(viewer: Viewer, seesAll: boolean): InterestReader {
  return { by: viewer.caller.user, readable: readableOf(viewer), seesAll };
}

function positionOf({ interest }: FoundInterest): InterestPosition {
  return { createdAt: interest.createdAt.getTime(), id: interest.id };
}

function isPosition({ createdAt, id }: InterestPosition): boolean {
  return typeof createdAt === 'number' && typeof id === 'string';
}
