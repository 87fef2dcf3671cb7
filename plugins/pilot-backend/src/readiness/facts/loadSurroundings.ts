import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { mostLevels } from '../../kernel/access/GroupFacts';
import { isKind, relatedTo } from './entityFields';
import { namedByPilot } from './namedByPilot';
import { pilotStatement } from './pilotStatement';
import { AdoptionFacts, nobodyAdopted, Surroundings } from './Surroundings';

/** Refs that the catalog is asked about at once. */
const batch = 500;
/** Of an entity with more parts or APIs than these, the others are not looked at. */
const most = 200;

/** Source of entities. */
export interface CatalogSource {
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  /** The people of child Groups belong to the Groups above, too. */
  readonly childTeams: boolean;
}

/**
 * Reads entities and everything that the checks look at around them, in three
 * rounds of batched calls however many entities there are, and one more for each
 * level of Groups below their owners. What the catalog does
 * not have is left out.
 */
export async function loadSurroundings(
  source: CatalogSource,
  refs: readonly string[],
  adoptions: ReadonlyMap<string, AdoptionFacts>,
): Promise<Surroundings[]> {
  const known = new Map<string, Entity | undefined>();
  const find = (ref: string) => known.get(ref);
  await load(source, refs, known);
  const subjects = refs.flatMap(ref => {
    const entity = find(ref);
    return entity ? [{ ref, entity }] : [];
  });
  await load(
    source,
    subjects.flatMap(({ entity }) => around(entity)),
    known,
  );
  const partsOf = (entity: Entity) =>
    partRefs(entity).flatMap(ref => find(ref) ?? []);
  await load(
    source,
    subjects.flatMap(({ entity }) => partsOf(entity).flatMap(apiRefs)),
    known,
  );
  if (source.childTeams) {
    await loadBelow(
      source,
      subjects.flatMap(({ entity }) => teamRefs(entity)),
      known,
    );
  }
  return subjects.map(({ ref, entity }) => {
    const named = (name: string | null | undefined) =>
      name
        ? {
            ref: name,
            entity: find(name),
            below: source.childTeams ? below(name, find) : [],
          }
        : undefined;
    const parts = partsOf(entity);
    const apis = new Set([entity, ...parts].flatMap(apiRefs));
    const system = systemOf(entity);
    return {
      ref,
      entity,
      owner: named(ownerOf(entity)),
      handOff: named(pilotStatement(entity).handOff),
      parts,
      apis: [...apis].flatMap(api => find(api) ?? []),
      system: system ? find(system) : undefined,
      named: { parts: partRefs(entity), apis: [...apis], system },
      find,
      adoption: adoptions.get(ref) ?? nobodyAdopted,
    };
  });
}

function ownerOf(entity: Entity): string | undefined {
  return relatedTo(entity, RELATION_OWNED_BY)[0];
}

/** The Groups that could run it. */
function teamRefs(entity: Entity): string[] {
  return [ownerOf(entity), pilotStatement(entity).handOff].filter(
    ref => typeof ref === 'string',
  );
}

function childRefs(group: Entity | undefined): string[] {
  return group && isKind(group, 'group')
    ? relatedTo(group, RELATION_PARENT_OF).slice(0, most)
    : [];
}

/** The Groups below one, each once: a circle ends where it began. */
function below(
  ref: string,
  find: (ref: string) => Entity | undefined,
): Entity[] {
  const met = new Set([ref]);
  let level = [ref];
  for (let depth = 0; depth < mostLevels && level.length > 0; depth += 1) {
    const children = level.flatMap(each => childRefs(find(each)));
    level = [...new Set(children)].filter(each => !met.has(each));
    level.forEach(each => met.add(each));
  }
  met.delete(ref);
  return [...met].flatMap(each => find(each) ?? []);
}

async function loadBelow(
  source: CatalogSource,
  refs: readonly string[],
  known: Map<string, Entity | undefined>,
): Promise<void> {
  const met = new Set(refs);
  let level = [...met];
  for (let depth = 0; depth < mostLevels && level.length > 0; depth += 1) {
    const children = level.flatMap(ref => childRefs(known.get(ref)));
    level = [...new Set(children)].filter(ref => !met.has(ref));
    level.forEach(ref => met.add(ref));
    await load(source, level, known);
  }
}

function systemOf(entity: Entity): string | undefined {
  return relatedTo(entity, RELATION_PART_OF).find(ref =>
    ref.startsWith('system:'),
  );
}

function apiRefs(entity: Entity): string[] {
  return relatedTo(entity, RELATION_PROVIDES_API).slice(0, most);
}

function partRefs(entity: Entity): string[] {
  const type = isKind(entity, 'system') ? RELATION_HAS_PART : 'implementedBy';
  return relatedTo(entity, type).slice(0, most);
}

function around(entity: Entity): string[] {
  return [
    ownerOf(entity),
    pilotStatement(entity).handOff,
    systemOf(entity),
    ...partRefs(entity),
    ...apiRefs(entity),
    ...namedByPilot(entity),
  ].filter(ref => typeof ref === 'string');
}

/** Reads those of the entities that were not looked for before. */
async function load(
  { catalog, auth }: CatalogSource,
  refs: readonly string[],
  known: Map<string, Entity | undefined>,
): Promise<void> {
  const wanted = [...new Set(refs)].filter(ref => !known.has(ref));
  for (let i = 0; i < wanted.length; i += batch) {
    const entityRefs = wanted.slice(i, i + batch);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    entityRefs.forEach((ref, index) => known.set(ref, items[index]));
  }
}
