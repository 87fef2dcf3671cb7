import { giveWay } from '../cost/giveWay';

/**
 * Rows that are looked through at once: more each time, because a list that is
 * sorted anew for each page would take longer and longer the more of it is hidden.
 */
const batch = { first: 100, most: 2000 };

/** A page as far as it was filled, and where the next one begins. */
export interface VisiblePage<Item, Position> {
  readonly items: Item[];
  /** Absent where nothing follows that the caller can see. */
  readonly next?: Position;
}

/** An ordered list, and what somebody may see of it. */
export interface VisibleList<Item, Position> {
  /** Candidates in order, fewer than the limit only at the end. */
  readonly fetch: (page: {
    after?: Position;
    limit: number;
  }) => Promise<readonly Item[]>;
  readonly visible: (
    items: readonly Item[],
  ) => Promise<(item: Item) => boolean>;
  readonly positionOf: (item: Item) => Position;
}

/**
 * Fills a page with what somebody may see of an ordered list. It is looked
 * through as far as it takes: a page that ended early, or that named a next one
 * of which nothing can be seen, would tell how much is hidden, and where.
 */
export async function collectVisible<Item, Position>(
  options: VisibleList<Item, Position> & {
    readonly limit: number;
    readonly after?: Position;
  },
): Promise<VisiblePage<Item, Position>> {
  const { limit, positionOf } = options;
  const items: Item[] = [];
  for await (const item of visibleOf(options, options.after)) {
    if (items.length === limit) {
      return { items, next: positionOf(items[limit - 1]) };
    }
    items.push(item);
  }
  return { items };
}

/** Counts what somebody may see of a list, however much of it is hidden. */
export async function countVisible<Item, Position>(
  list: VisibleList<Item, Position>,
): Promise<number> {
  let count = 0;
  for await (const _ of visibleOf(list)) {
    count += 1;
  }
  return count;
}

async function* visibleOf<Item, Position>(
  { fetch, visible, positionOf }: VisibleList<Item, Position>,
  start?: Position,
): AsyncGenerator<Item> {
  let after = start;
  for (let turn = 0; ; turn++) {
    await giveWay();
    const limit = Math.min(batch.first * 2 ** turn, batch.most);
    const found = await fetch({ after, limit });
    const isVisible = await visible(found);
    yield* found.filter(isVisible);
    if (found.length < limit) {
      return;
    }
    after = positionOf(found[found.length - 1]);
  }
}
