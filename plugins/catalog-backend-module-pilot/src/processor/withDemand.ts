import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_DECLARED_PHASE,
  phaseDeclaredBy,
  ProjectionRow,
} from '@pilot-to-platform/plugin-pilot-common';

/** The label that carries a Pilot's demand level. */
export const demandLevelLabel = 'pilot-to-platform/demand-level';

/**
 * A Pilot with the phase and level of its row. The phase that its YAML declares
 * and that does not hold is kept in an annotation. A level written by hand is
 * removed, and so is such an annotation, so that neither says what is not so.
 */
export function withDemand(
  pilot: Entity,
  row: Pick<ProjectionRow, 'phase' | 'level'> | undefined,
): Entity {
  const { [demandLevelLabel]: _, ...labels } = pilot.metadata.labels ?? {};
  const { [ANNOTATION_DECLARED_PHASE]: written, ...annotations } =
    pilot.metadata.annotations ?? {};
  const phase = phaseDeclaredBy({
    ...pilot,
    metadata: { ...pilot.metadata, annotations },
  });
  const kept =
    phase && row?.phase && phase !== row.phase
      ? { [ANNOTATION_DECLARED_PHASE]: phase }
      : undefined;
  const level = row?.level;
  const withLabels = level ? { ...labels, [demandLevelLabel]: level } : labels;
  return {
    ...pilot,
    metadata: {
      ...pilot.metadata,
      ...(pilot.metadata.labels || level ? { labels: withLabels } : {}),
      ...((written !== undefined || kept) && {
        annotations: { ...annotations, ...kept },
      }),
    },
    spec: { ...pilot.spec, ...(row?.phase && { phase: row.phase }) },
  };
}

/** Returns the phase without what follows from interest. */
export function withoutInterest({
  phase,
}: Pick<ProjectionRow, 'phase'>): Pick<ProjectionRow, 'phase' | 'level'> {
  return { phase: phase === 'demand' ? 'pilot' : phase };
}
