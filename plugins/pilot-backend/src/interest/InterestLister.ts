import { isInternal } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { askedUnder } from '../kernel/store/merges/findAskedUnder';
import { findInterest } from '../kernel/store/interests/findInterests';
import {
  countInterests,
  InterestFilter,
  InterestPosition,
  InterestReader,
  listInterests,
} from '../kernel/store/interests/listInterests';
import {
  collectVisible,
  countVisible,
  VisibleList,
} from '../kernel/http/collectVisible';
import { CursorCodec } from '../kernel/http/cursor';
import { Viewer } from '../kernel/access/Door';
import { KnownTarget, knownTargets } from './knownTargets';
import { Visibility } from '../kernel/access/Visibility';
import { FoundInterest, readableOf } from '../kernel/access/readableInterest';

/** Rows that are read at once where all of them are wanted. */
const batch = 500;

/** Lists interests that a caller can see. */
export class InterestLister {
  readonly #knex: Knex;
  readonly #visibility: Visibility;
  readonly #cursors: CursorCodec<InterestPosition>;

  constructor(options: {
    knex: Knex;
    visibility: Visibility;
    cursors: CursorCodec<InterestPosition>;
  }) {
    this.#knex = options.knex;
    this.#visibility = options.visibility;
    this.#cursors = options.cursors;
  }

  async find(id: string): Promise<FoundInterest | undefined> {
    return findInterest(this.#knex, id);
  }

  /** What a viewer may know of what an interest is in. */
  async known(found: FoundInterest, viewer: Viewer): Promise<KnownTarget> {
    const visibility = this.#visibility;
    const known = await knownTargets(this.#knex, [found], {
      viewer,
      visibility,
    });
    return known(found);
  }

  async list(
    query: InterestFilter & { cursor?: string; limit: number },
    viewer: Viewer,
  ): Promise<{ items: FoundInterest[]; nextCursor?: string }> {
    const filter = await this.#withMoved(query, viewer);
    const page = await collectVisible({
      limit: query.limit,
      after: query.cursor
        ? this.#cursors.decode(query.cursor, isPosition)
        : undefined,
      ...this.#seen(filter, viewer),
    });
    return {
      items: page.items,
      ...(page.next ? { nextCursor: this.#cursors.encode(page.next) } : {}),
    };
  }

  /** All of them, some at a time. Whoever records meanwhile is left out. */
  async *all(
    asked: InterestFilter,
    viewer: Viewer,
  ): AsyncIterable<FoundInterest[]> {
    const filter = await this.#withMoved(asked, viewer);
    for (let after: InterestPosition | undefined; ; ) {
      await giveWay();
      const found = await this.#fetch(filter, viewer, { after, limit: batch });
      yield found.filter(await this.#seenBy(viewer, found, filter));
      if (found.length < batch) {
        return;
      }
      after = positionOf(found[found.length - 1]);
    }
  }

  async count(asked: InterestFilter, viewer: Viewer): Promise<number> {
    const filter = await this.#withMoved(asked, viewer);
    if (await this.#visibility.isEverything(viewer.credentials)) {
      return countInterests(this.#knex, filter, readerOf(viewer, true));
    }
    return countVisible(this.#seen(filter, viewer));
  }

  /** Authors find what they asked for under the ref that they know, wherever it went. */
  async #withMoved(
    filter: InterestFilter,
    { caller: { user } }: Viewer,
  ): Promise<InterestFilter> {
    const { target, author = user } = filter;
    return target === undefined || author !== user
      ? filter
      : { ...filter, moved: await askedUnder(this.#knex, target, user) };
  }

  #seen(
    filter: InterestFilter,
    viewer: Viewer,
  ): VisibleList<FoundInterest, InterestPosition> {
    return {
      fetch: page => this.#fetch(filter, viewer, page),
      visible: found => this.#seenBy(viewer, found, filter),
      positionOf,
    };
  }

  async #fetch(
    filter: InterestFilter,
    viewer: Viewer,
    page: { after?: InterestPosition; limit: number },
  ): Promise<FoundInterest[]> {
    const reader = readerOf(
      viewer,
      await this.#visibility.isEverything(viewer.credentials),
    );
    return listInterests(this.#knex, filter, { ...page, reader });
  }

  async #seenBy(
    viewer: Viewer,
    found: readonly FoundInterest[],
    filter: InterestFilter,
  ): Promise<(each: FoundInterest) => boolean> {
    const isOwn = (each: FoundInterest) =>
      each.interest.author === viewer.caller.user;
    const isVisible = await this.#visibility.ofRefs(
      found.map(({ target }) => target.ref),
      viewer.credentials,
    );
    const known = await knownTargets(this.#knex, found.filter(isOwn), {
      ...{ viewer, visibility: this.#visibility },
    });
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
