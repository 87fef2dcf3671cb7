import { Knex } from 'knex';
import { findInterest } from '../store/operations/interests';
import {
  InterestFilter,
  InterestPosition,
  listInterests,
} from '../store/operations/listInterests';
import { Readable } from '../store/operations/whereCriteria';
import { InterestResource } from '../permissions/interestRules';
import { StoredInterest, StoredTarget } from '../store/rows';
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

/** What narrows a query to what a person may read; nothing where it is all. */
export function readableOf({ caller, rights }: Viewer): Readable | undefined {
  const { criteria } = rights.read;
  return criteria && { by: caller.user, criteria };
}

const batches = [100, 200, 500];
/** Candidates looked at in one request, so that nobody waits for a whole table. */
const mostCandidates = 5000;

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
    let after = query.cursor ? this.#cursors.decode(query.cursor) : undefined;
    const items: FoundInterest[] = [];
    let candidates = 0;
    for (let turn = 0; candidates < mostCandidates; turn++) {
      const limit = batches[Math.min(turn, batches.length - 1)];
      const found = await listInterests(this.#knex, query, {
        after,
        limit,
        readable: readableOf(viewer),
      });
      candidates += found.length;
      const visible = await this.#seenBy(viewer, found);
      for (const [index, each] of found.entries()) {
        after = {
          createdAt: each.interest.createdAt.getTime(),
          id: each.interest.id,
        };
        if (visible(each)) {
          items.push(each);
        }
        const last = found.length < limit && index === found.length - 1;
        if (items.length === query.limit && !last) {
          return { items, nextCursor: this.#cursors.encode(after) };
        }
      }
      if (found.length < limit) {
        return { items };
      }
    }
    return { items, nextCursor: this.#cursors.encode(after!) };
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
    // What the catalog no longer knows, nobody can be shown to be allowed to see.
    return each =>
      isOwn(each) || (!each.target.goneAt && isVisible(each.target.ref));
  }
}
