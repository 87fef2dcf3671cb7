import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  entityRefSchema,
  namedPilots,
  Phase,
  phases,
} from '@pilot-to-platform/plugin-pilot-common';

/** Facts of a catalog entity that demand and its lists need. */
export interface EntityFacts {
  readonly ref: string;
  readonly type: string | null;
  readonly title: string | null;
  readonly owner: string | null;
  readonly system: string | null;
  /** Refs of what implements a Pilot, in order. */
  readonly parts: readonly string[];
  /** The Pilots that the entity implements, in order. */
  readonly pilots: readonly string[];
  /** The Pilots that it counts for because it names them, in order. */
  readonly namedPilots: readonly string[];
  /** A Pilot's `spec.phase` where it is one. */
  readonly phase: Phase | null;
}

/** Reads the facts of an entity as the catalog serves it, relations included. */
export function entityFacts(entity: Entity): EntityFacts {
  const related = (type: string) => {
    const refs = (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef)
      // What could not be asked for again is not kept.
      .filter(targetRef => entityRefSchema().safeParse(targetRef).success);
    return [...new Set(refs)].sort();
  };
  const phase = entity.spec?.phase as Phase;
  const isPilot = entity.kind.toLocaleLowerCase('en-US') === 'pilot';
  return {
    ref: stringifyEntityRef(entity),
    type: typeof entity.spec?.type === 'string' ? entity.spec.type : null,
    title: entity.metadata.title ?? null,
    owner: related(RELATION_OWNED_BY)[0] ?? null,
    system:
      related(RELATION_PART_OF).find(ref => ref.startsWith('system:')) ?? null,
    parts: isPilot ? related('implementedBy') : [],
    pilots: isPilot ? [] : related('implements'),
    namedPilots: isPilot ? [] : namedPilots(entity),
    phase: isPilot && phases.includes(phase) ? phase : null,
  };
}
