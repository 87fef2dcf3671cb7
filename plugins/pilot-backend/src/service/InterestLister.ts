import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { findInterest } from '../store/operations/interests';
import {
  InterestFilter,
  InterestPosition,
  listInterests,
} from '../store/operations/listInterests';
import { StoredInterest, StoredTarget } from '../store/rows';
import { Caller } from './Caller';
import { CursorCodec } from './cursor';
import { Visibility } from './Visibility';

/** An interest and what it is in. */
export interface FoundInterest {
  readonly interest: StoredInterest;
  readonly target: StoredTarget;
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
    viewer: { caller: Caller; credentials: BackstageCredentials },
  ): Promise<{ items: FoundInterest[]; nextCursor?: string }> {
    let after = query.cursor ? this.#cursors.decode(query.cursor) : undefined;
    const items: FoundInterest[] = [];
    let candidates = 0;
    for (let turn = 0; candidates < mostCandidates; turn++) {
      const limit = batches[Math.min(turn, batches.length - 1)];
      const found = await listInterests(this.#knex, query, { after, limit });
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
    viewer: { caller: Caller; credentials: BackstageCredentials },
    found: readonly FoundInterest[],
  ): Promise<(each: FoundInterest) => boolean> {
    const isOwn = (each: FoundInterest) =>
      each.interest.author === viewer.caller.user;
    const others = found.filter(each => !isOwn(each));
    if (others.length === 0) {
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
