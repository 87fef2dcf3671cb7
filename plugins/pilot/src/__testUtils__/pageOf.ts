/** A page of a list whose cursors are numbers. */
export function pageOf<T>(
  all: readonly T[],
  query: { cursor?: string; limit?: number; total?: boolean },
) {
  const { cursor = '0', limit = 100, total = false } = query;
  const start = Number(cursor);
  const end = start + limit;
  return {
    items: all.slice(start, end),
    ...(end < all.length ? { nextCursor: String(end) } : {}),
    ...(total ? { total: all.length } : {}),
  };
}
