import { Entity } from '@backstage/catalog-model';
import { Phase, phases } from '../model/vocabulary';

/**
 * The annotation that keeps the phase of a Pilot's YAML where `spec.phase` says
 * another one; written by the catalog module alone.
 * @public
 */
export const ANNOTATION_DECLARED_PHASE = 'pilot-to-platform/declared-phase';

/**
 * The phase that a Pilot's YAML declares, of those that demand does not derive.
 *
 * @param entity - as it was written, or as the catalog serves it
 * @public
 */
export function phaseDeclaredBy(entity: Entity): Phase | undefined {
  const declared =
    entity.metadata.annotations?.[ANNOTATION_DECLARED_PHASE] ??
    entity.spec?.phase;
  return phases.find(
    phase => phase === declared && phase !== 'pilot' && phase !== 'demand',
  );
}
