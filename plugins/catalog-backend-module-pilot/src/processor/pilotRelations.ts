import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import { ProjectionRow } from '@pilot-to-platform/plugin-pilot-common';

/** From a team to a target that it recorded interest in. */
export const RELATION_INTERESTED_IN = 'interestedIn';
/** From a target to a team that recorded interest in it. */
export const RELATION_HAS_INTEREST_FROM = 'hasInterestFrom';
/** From a team to a target that it has adopted. */
export const RELATION_ADOPTS = 'adopts';
/** From a target to a team that has adopted it. */
export const RELATION_ADOPTED_BY = 'adoptedBy';

/**
 * The relations between a target and its teams. The side of the target is
 * capped, because the catalog stores all relations of an entity in its JSON;
 * the same teams are left out at every run.
 */
export function pilotRelations(options: {
  readonly target: CompoundEntityRef;
  readonly row: Pick<ProjectionRow, 'teams' | 'adopters'>;
  readonly reverseLimit: number;
}): EntityRelationSpec[] {
  const { target, row, reverseLimit } = options;
  const pairs = (teams: readonly string[], forward: string, reverse: string) =>
    groups(teams).flatMap((team, index) => [
      { source: team, type: forward, target },
      ...(index < reverseLimit
        ? [{ source: target, type: reverse, target: team }]
        : []),
    ]);
  return [
    ...pairs(row.teams, RELATION_INTERESTED_IN, RELATION_HAS_INTEREST_FROM),
    ...pairs(row.adopters, RELATION_ADOPTS, RELATION_ADOPTED_BY),
  ];
}

/** A ref that names no Group must not stop the catalog, nor show a person. */
function groups(teams: readonly string[]): CompoundEntityRef[] {
  return [...new Set(teams)].sort().flatMap(team => {
    try {
      const ref = parseEntityRef(team);
      return ref.kind.toLocaleLowerCase('en-US') === 'group' ? [ref] : [];
    } catch {
      return [];
    }
  });
}
