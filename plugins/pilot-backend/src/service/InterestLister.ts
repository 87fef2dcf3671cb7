import { Knex } from 'knex';
import { findInterest } from '../store/operations/interests';
import {
  countInterests,
  InterestFilter,
  InterestPosition,
  InterestReader,
  listInterests,
} from '../store/operations/listInterests';
import { Readable } from '../store/operations/whereCriteria';
import { InterestResource } from '../permissions/interestRules';
import { StoredInterest, StoredTarget } from '../store/rows';
import { collectVisible } from './collectVisible';
import { CursorCodec } from './cursor';
import { Viewer } from './Door';
import { Visibility } from './Visibility';

/** An interest and what it is in. */
export interface FoundInterest {
  readonly interest: StoredInterest;
  readonly target: StoredTarget;
}

/** What conditions of a policy look at. */
export function resourceOf({
  interest,
  target,
}: FoundInterest): InterestResource {
  return {
    author: interest.author,
    team: interest.team,
    owner: target.owner,
  };
}

/** Whether a person may read an interest; everybody may read their own. */
export function mayRead(
  found: FoundInterest,
  { caller, rights }: Viewer,
): boolean {
  return (
    found.interest.author === caller.user ||
    rights.read.includes(resourceOf(found))
  );
}

/** What narrows a query to what a person may read; nothing where it is all. */
export function readableOf({ caller, rights }: Viewer): Readable | undefined {
  const { criteria } = rights.read;
  return criteria && { by: caller.user, criteria };
}

/** Counting for callers of whom each target has to be checked stops here. */
const mostCounted = 2000;
/** Rows that are read at once where all of them are wanted. */
const batch = 500;

/**
 * Lists interests that a caller can see. A page may be short, or empty, where
 * much is hidden; only an absent `nextCursor` ends the list.
 */
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

  async list(
    query: InterestFilter & { cursor?: string; limit: number },
    viewer: Viewer,
  ): Promise<{ items: FoundInterest[]; nextCursor?: string }> {
    const page = await collectVisible({
      limit: query.limit,
      after: query.cursor
        ? this.#cursors.decode(query.cursor, isPosition)
        : undefined,
      fetch: at => this.#fetch(query, viewer, at),
      visible: found => this.#seenBy(viewer, found),
      positionOf,
    });
    return {
      items: page.items,
      ...(page.next ? { nextCursor: this.#cursors.encode(page.next) } : {}),
    };
  }

  /** All of them, some at a time. Whoever records meanwhile is left out. */
  async *all(
    filter: InterestFilter,
    viewer: Viewer,
  ): AsyncIterable<FoundInterest[]> {
    for (let after: InterestPosition | undefined; ; ) {
      const found = await this.#fetch(filter, viewer, { after, limit: batch });
      yield found.filter(await this.#seenBy(viewer, found));
      if (found.length < batch) {
        return;
      }
      after = positionOf(found[found.length - 1]);
    }
  }

  /** `undefined` where counting would mean to check too many. */
  async count(
    filter: InterestFilter,
    viewer: Viewer,
  ): Promise<number | undefined> {
    if (
      filter.author === viewer.caller.user ||
      (await this.#visibility.isEverything(viewer.credentials))
    ) {
      return countInterests(this.#knex, filter, readerOf(viewer));
    }
    const limit = mostCounted + 1;
    const found = await this.#fetch(filter, viewer, { limit });
    return found.length > mostCounted
      ? undefined
      : found.filter(await this.#seenBy(viewer, found)).length;
  }

  async #fetch(
    filter: InterestFilter,
    viewer: Viewer,
    page: { after?: InterestPosition; limit: number },
  ): Promise<FoundInterest[]> {
    const reader = readerOf(viewer);
    return listInterests(this.#knex, filter, { ...page, reader });
  }

  async #seenBy(
    viewer: Viewer,
    found: readonly FoundInterest[],
  ): Promise<(each: FoundInterest) => boolean> {
    const isOwn = (each: FoundInterest) =>
      each.interest.author === viewer.caller.user;
    const others = found.filter(each => !isOwn(each));
    if (others.length === 0 || viewer.rights.read.isNone) {
      return isOwn;
    }
    const isVisible = await this.#visibility.ofRefs(
      others.map(({ target }) => target.ref),
      viewer.credentials,
    );
    return each => isOwn(each) || isVisible(each.target.ref);
  }
}

function readerOf(viewer: Viewer): InterestReader {
  return { by: viewer.caller.user, readable: readableOf(viewer) };
}

function positionOf({ interest }: FoundInterest): InterestPosition {
  return { createdAt: interest.createdAt.getTime(), id: interest.id };
}

function isPosition({ createdAt, id }: InterestPosition): boolean {
  return typeof createdAt === 'number' && typeof id === 'string';
}
