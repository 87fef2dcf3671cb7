import { stringifyEntityRef } from '@backstage/catalog-model';

/**
 * Part of the catalog's documents in the search index that is used here.
 * @public
 */
export interface CatalogDocument {
  readonly title: string;
  readonly text: string;
  readonly location: string;
  readonly kind?: unknown;
  readonly namespace?: unknown;
  readonly owner?: unknown;
}

/** True where a search result is a Pilot of the catalog. */
export function isPilotDocument(document: object): boolean {
  const { kind } = document as { kind?: unknown };
  return (
    typeof kind === 'string' && kind.toLocaleLowerCase('en-US') === 'pilot'
  );
}

/**
 * The Pilot that a search result is about. The index holds no name, but the
 * address of the entity's page ends with it.
 */
export function pilotRefOf(document: CatalogDocument): string | undefined {
  const { kind, namespace, location } = document;
  const path = location.split(/[?#]/)[0].replace(/\/$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (typeof kind !== 'string' || !name) return undefined;
  try {
    return stringifyEntityRef({
      kind,
      namespace: typeof namespace === 'string' ? namespace : undefined,
      name: decodeURIComponent(name),
    });
  } catch {
    return undefined;
  }
}
