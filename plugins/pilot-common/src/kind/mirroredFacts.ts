import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_IMPLEMENTS } from './namedPilots';

/**
 * Returns as text what the pilot backend keeps of an entity, and what Pilots
 * are compared by. Where two texts are equal, there is nothing new to take
 * over. Phase and labels are not in it, as the catalog module sets them itself.
 * @public
 */
export function mirroredFacts(entity: Entity): string {
  const { kind, metadata, spec = {} } = entity;
  const facts: unknown[] = [
    metadata.title,
    metadata.annotations?.[ANNOTATION_IMPLEMENTS],
    spec.type,
    spec.owner,
    spec.system,
    spec.implementedBy,
    // Of a Group: which division its targets belong to.
    spec.parent,
  ];
  if (kind.toLocaleLowerCase('en-US') === 'pilot') {
    facts.push(metadata.description, spec.problem, spec.capability);
  }
  return JSON.stringify(facts);
}
