import { Entity } from '@backstage/catalog-model';
import { PilotStatement } from '../../kernel/store/readiness/readinessRows';
import { isKind, recordOf, refOf, specOf, textOf } from './entityFields';

/** Reads what a Pilot states that gates and advice depend on. */
export function pilotStatement(entity: Entity): PilotStatement {
  if (!isKind(entity, 'pilot')) {
    return { handOff: null, platformScale: false };
  }
  const { handOff, platformScale } = specOf(entity);
  return {
    handOff: refOf(recordOf(handOff).to, inNamespaceOf(entity)) ?? null,
    platformScale: textOf(recordOf(platformScale).rationale) !== undefined,
  };
}

/** Resolves a Pilot's short refs of Groups in its own namespace. */
function inNamespaceOf(entity: Entity) {
  return {
    defaultKind: 'group',
    defaultNamespace: textOf(recordOf(entity.metadata).namespace) ?? 'default',
  };
}
