import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { Knex } from 'knex';

/** The columns that criteria about interests name, where they are in a query. */
const columnsIn = (target: string) => ({
  author: 'interest.author',
  team: 'interest.team',
  owner: `${target}.owner`,
});

interface ColumnCondition {
  readonly column: keyof ReturnType<typeof columnsIn>;
  readonly values: readonly string[];
}

/** Reader, and what of others' interests they may read. */
export interface ReadableInterests {
  readonly by: string;
  readonly criteria: PermissionCriteria<ColumnCondition>;
}

/** Narrows a query over `interest`, joined with `target`, to what a person may read. */
export function readableBy(
  query: Knex.QueryBuilder,
  { by, criteria }: ReadableInterests,
  target = 'target',
): void {
  query.where(either =>
    either
      .where('interest.author', by)
      .orWhere(others => whereCriteria(others, criteria, target)),
  );
}

/** Narrows a query over `interest`, joined with its target, to what criteria describe. */
function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ColumnCondition>,
  target: string,
  negate = false,
): void {
  if (isNotCriteria(criteria)) {
    whereCriteria(query, criteria.not, target, !negate);
    return;
  }
  if (isAndCriteria(criteria) || isOrCriteria(criteria)) {
    const all = isAndCriteria(criteria);
    const each = all ? criteria.allOf : criteria.anyOf;
    query.where(group => {
      for (const inner of each) {
        const apply = (builder: Knex.QueryBuilder) =>
          whereCriteria(builder, inner, target, negate);
        if (all !== negate) {
          group.andWhere(apply);
        } else {
          group.orWhere(apply);
        }
      }
    });
    return;
  }
  const column = columnsIn(target)[criteria.column];
  const values = [...criteria.values];
  if (negate) {
    // Nobody's is not one of the values, which NOT IN would leave out.
    query.where(other => other.whereNotIn(column, values).orWhereNull(column));
  } else {
    query.whereIn(column, values);
  }
}
