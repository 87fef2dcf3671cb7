import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { EntityRelationSpec } from '@backstage/plugin-catalog-node';

/** From a Pilot to what implements it. */
export const RELATION_IMPLEMENTED_BY = 'implementedBy';
/** From what implements a Pilot to the Pilot. */
export const RELATION_IMPLEMENTS = 'implements';

/** The relations that a valid Pilot states itself, in both directions. */
export function pilotSpecRelations(pilot: Entity): EntityRelationSpec[] {
  const self = getCompoundEntityRef(pilot);
  const pair = (
    value: unknown,
    defaultKind: string,
    forward: string,
    reverse: string,
  ): EntityRelationSpec[] =>
    [value ?? []].flat().flatMap(ref => {
      const other = parseEntityRef(String(ref), {
        defaultKind,
        defaultNamespace: self.namespace,
      });
      return [
        { source: self, type: forward, target: other },
        { source: other, type: reverse, target: self },
      ];
    });
  const { owner, system, domain, implementedBy } = pilot.spec ?? {};
  return [
    ...pair(owner, 'Group', RELATION_OWNED_BY, RELATION_OWNER_OF),
    ...pair(system, 'System', RELATION_PART_OF, RELATION_HAS_PART),
    ...pair(domain, 'Domain', RELATION_PART_OF, RELATION_HAS_PART),
    ...pair(
      implementedBy,
      'Component',
      RELATION_IMPLEMENTED_BY,
      RELATION_IMPLEMENTS,
    ),
  ];
}
