import {
  filterPredicateToFilterFunction,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import type { CheckDefinition } from '../model/check';

/**
 * The ids of the checks that are asked about an entity.
 *
 * @param entity - as the catalog serves it
 * @public
 */
export function applicableChecks(
  checks: readonly CheckDefinition[],
  entity: object,
): Set<string> {
  return new Set(
    checks
      .filter(({ appliesTo }) => holds(appliesTo, entity))
      .map(({ id }) => id),
  );
}

/**
 * Returns whether a catalog filter predicate holds for an entity.
 * @public
 */
export function holds(predicate: FilterPredicate, entity: object): boolean {
  return filterPredicateToFilterFunction(predicate)(entity);
}
