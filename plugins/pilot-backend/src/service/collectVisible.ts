const batches = [100, 200, 500];
/** Candidates looked at in one request, so that nobody waits for a whole table. */
const mostCandidates = 5000;

/** A page as far as it was filled, and where the next one begins. */
export interface Collected<Item, Position> {
  readonly items: Item[];
  /** Absent at the end of the list. */
  readonly next?: Position;
}

/**
 * Fills a page with what somebody may see of an ordered list. It may stay short,
 * or empty, where much is hidden.
 */
export async function collectVisible<Item, Position>(options: {
  readonly limit: number;
  readonly after?: Position;
  /** Candidates in order, fewer than the limit only at the end. */
  readonly fetch: (page: {
    after?: Position;
    limit: number;
  }) => Promise<readonly Item[]>;
  readonly visible: (
    items: readonly Item[],
  ) => Promise<(item: Item) => boolean>;
  readonly positionOf: (item: Item) => Position;
}): Promise<Collected<Item, Position>> {
  const items: Item[] = [];
  let { after } = options;
  let candidates = 0;
  for (let turn = 0; candidates < mostCandidates; turn++) {
    const limit = batches[Math.min(turn, batches.length - 1)];
    const found = await options.fetch({ after, limit });
    candidates += found.length;
    const isVisible = await options.visible(found);
    for (const [index, item] of found.entries()) {
      after = options.positionOf(item);
      if (isVisible(item)) {
        items.push(item);
      }
      const isLast = found.length < limit && index === found.length - 1;
      if (items.length === options.limit && !isLast) {
        return { items, next: after };
      }
    }
    if (found.length < limit) {
      return { items };
    }
  }
  return { items, next: after };
}
