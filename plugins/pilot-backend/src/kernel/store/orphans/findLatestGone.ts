import { Knex } from 'knex';

/** The columns that a list of what is gone is ordered by. */
interface GoneOrder {
  readonly goneAt: string;
  /** Tells rows of one instant apart. */
  readonly key: string;
  readonly direction: 'asc' | 'desc';
}

/** Orders by when something went, the latest first, and goes on after a row. */
export function latestGone(
  query: Knex.QueryBuilder,
  { goneAt, key, direction }: GoneOrder,
  after: { readonly goneAt: number; readonly key: string | number } | undefined,
): void {
  query.orderBy([
    { column: goneAt, order: 'desc' },
    { column: key, order: direction },
  ]);
  if (after) {
    query.where(later =>
      later
        .where(goneAt, '<', after.goneAt)
        .orWhere(same =>
          same
            .where(goneAt, after.goneAt)
            .where(key, direction === 'asc' ? '>' : '<', after.key),
        ),
    );
  }
}
