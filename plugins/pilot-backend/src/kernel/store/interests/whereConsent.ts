import { Knex } from 'knex';

/**
 * Narrows a query over `target_part` to the parts that count for their Pilot:
 * those that name it, and those of the same owner. It is `hasConsent` in SQL.
 *
 * @param of - the condition to write
 * @param where - the name that the part's `target` has in the query, and the
 *   owner of the Pilot or the name that its `target` has
 */
export function whereConsent(
  of: Knex.QueryBuilder,
  where: { readonly part: string } & (
    | { readonly owner: string | null }
    | { readonly pilot: string }
  ),
): void {
  of.where('target_part.named', true);
  if ('pilot' in where) {
    of.orWhereRaw('??.owner = ??.owner', [where.part, where.pilot]);
  } else if (where.owner !== null) {
    of.orWhere(`${where.part}.owner`, where.owner);
  }
}
