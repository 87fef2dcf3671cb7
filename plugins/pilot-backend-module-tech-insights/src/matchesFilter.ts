import { Entity } from '@backstage/catalog-model';
import { get } from 'lodash';

/**
 * Returns whether a check of Tech Insights is for an entity, by its own rule:
 * one of the filters holds in all its keys, whatever the case of texts.
 *
 * Where Tech Insights cannot fetch an entity it runs every check, also those
 * that are not for it. So its word is not taken for this.
 */
export function matchesFilter(filter: unknown, entity: Entity): boolean {
  if (filter === undefined || filter === null) {
    return true;
  }
  const filters = Array.isArray(filter) ? filter : [filter];
  return filters.some(each =>
    Object.entries(each).every(([path, wanted]) => {
      const found = get(entity, path);
      return [wanted]
        .flat()
        .some(value => [found].flat().some(item => isSame(item, value)));
    }),
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string'
    ? a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US')
    : a !== undefined && a !== null && a === b;
}
