import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * The annotation in which the owner of an entity names the Pilots that it
 * implements, so that interest in it counts for them: one ref or several,
 * separated by commas.
 * @public
 */
export const ANNOTATION_IMPLEMENTS = 'pilot-to-platform/implements';

/**
 * The Pilots that an entity names in its annotation, in order and as the catalog
 * writes refs. As in `spec.implementedBy`, a kind or namespace that is left out
 * is the usual one: Pilot, and that of the entity. What is no ref of a Pilot
 * names none.
 * @public
 */
export function namedPilots(entity: Entity): string[] {
  const { annotations, namespace: defaultNamespace = 'default' } =
    entity.metadata;
  // Catalogs take other values than texts from files, whatever the type says.
  const value: unknown = annotations?.[ANNOTATION_IMPLEMENTS];
  const refs = typeof value === 'string' ? value.split(',') : [];
  const named = refs.flatMap(ref => {
    try {
      const parsed = parseEntityRef(ref.trim(), {
        defaultKind: 'pilot',
        defaultNamespace,
      });
      return [stringifyEntityRef(parsed)];
    } catch {
      return [];
    }
  });
  return [...new Set(named)].filter(ref => ref.startsWith('pilot:')).sort();
}
