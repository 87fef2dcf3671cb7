import { Entity } from '@backstage/catalog-model';
import { ProjectionRow } from '@pilot-to-platform/plugin-pilot-common';

/** The label that carries a Pilot's demand level. */
export const demandLevelLabel = 'pilot-to-platform/demand-level';

/**
 * A Pilot with the phase and level of its row. A level written by hand is
 * removed, so that the label never says what was not computed.
 */
export function withDemand(
  pilot: Entity,
  row: Pick<ProjectionRow, 'phase' | 'level'> | undefined,
): Entity {
  const { [demandLevelLabel]: _, ...labels } = pilot.metadata.labels ?? {};
  const level = row?.level;
  const withLabels = level ? { ...labels, [demandLevelLabel]: level } : labels;
  return {
    ...pilot,
    metadata: {
      ...pilot.metadata,
      ...(pilot.metadata.labels || level ? { labels: withLabels } : {}),
    },
    spec: { ...pilot.spec, ...(row?.phase && { phase: row.phase }) },
  };
}

/** What was decided, without what follows from interest. */
export function withoutInterest({
  phase,
}: Pick<ProjectionRow, 'phase'>): Pick<ProjectionRow, 'phase' | 'level'> {
  return { phase: phase === 'demand' ? 'pilot' : phase };
}
