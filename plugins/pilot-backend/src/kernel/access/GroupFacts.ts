import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Levels that are looked at above or below a Group: more than any organisation has. */
export const mostLevels = 10;

/** Facts of a Group in the catalog. */
export interface GroupFacts {
  readonly ref: string;
  /** In lower case, as the catalog compares it. */
  readonly type: string;
  readonly parents: readonly string[];
  readonly children: readonly string[];
}

/** Reads the facts of a Group as the catalog serves it, relations included. */
export function groupFacts(group: Entity): GroupFacts {
  const related = (type: string) => [
    ...new Set(
      (group.relations ?? [])
        .filter(relation => relation.type === type)
        .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US')),
    ),
  ];
  return {
    ref: stringifyEntityRef(group),
    type: String(group.spec?.type ?? '').toLocaleLowerCase('en-US'),
    parents: related(RELATION_CHILD_OF),
    children: related(RELATION_PARENT_OF),
  };
}

/**
 * Walks from Groups along `next`, level by level, each Group once, so that a
 * circle ends. Answers what it came by, the first ones included.
 *
 * @param load - reads the Groups of one level; those that the catalog does not
 * have are left out
 */
export async function walkGroups(
  from: readonly string[],
  next: (group: GroupFacts) => readonly string[],
  load: (refs: readonly string[]) => Promise<readonly GroupFacts[]>,
): Promise<GroupFacts[]> {
  const met = new Set<string>();
  const found: GroupFacts[] = [];
  let level = [...new Set(from)];
  for (let depth = 0; depth <= mostLevels && level.length > 0; depth += 1) {
    level.forEach(ref => met.add(ref));
    const groups = await load(level);
    found.push(...groups);
    level = [...new Set(groups.flatMap(next))].filter(ref => !met.has(ref));
  }
  return found;
}
