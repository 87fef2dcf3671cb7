import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

function entity(
  kind: string,
  name: string,
  relations: Record<string, string[]> = {},
  spec: Record<string, string> = {},
): Entity {
  return {
    apiVersion:
      kind === 'Pilot' ? 'pilot-to-platform/v1alpha1' : 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title: `The ${name}` },
    spec,
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(targetRef => ({ type, targetRef })),
    ),
  };
}

/** A Pilot with its own relations, for catalogs that change during a test. */
export function pilot(
  name: string,
  options: { owner?: string; parts?: string[]; phase?: string } = {},
): Entity {
  return entity(
    'Pilot',
    name,
    {
      ownedBy: [options.owner ?? 'group:default/partner-tech'],
      implementedBy: options.parts ?? [],
    },
    options.phase ? { phase: options.phase } : {},
  );
}

interface PartOptions {
  /** Null for nobody. */
  owner?: string | null;
  /** The Pilots that say they are implemented by it. */
  pilots?: string[];
  /** Value of its annotation; if absent, it names these Pilots. */
  names?: string;
}

function part(kind: string, name: string, options: PartOptions): Entity {
  const { owner, pilots = [], names = pilots.join(', ') } = options;
  const made = entity(kind, name, {
    ownedBy: owner ? [owner] : [],
    implements: pilots,
  });
  return names === ''
    ? made
    : {
        ...made,
        metadata: {
          ...made.metadata,
          annotations: { 'pilot-to-platform/implements': names },
        },
      };
}

/** A Component that may implement Pilots. */
export function component(name: string, options: PartOptions = {}): Entity {
  return part('Component', name, { owner: 'group:default/data', ...options });
}

/** An API that may implement Pilots. */
export function api(name: string, options: PartOptions = {}): Entity {
  const owner = 'group:default/partner-tech';
  return part('API', name, { owner, ...options });
}

/** A Group of a type, `team` if not said. */
export function group(
  name: string,
  type = 'team',
  relations: {
    childOf?: string[];
    parentOf?: string[];
    hasMember?: string[];
  } = {},
): Entity {
  return entity('Group', name, relations, { type });
}

/** A User, and the Groups that they belong to. */
export function user(name: string, groups: readonly string[] = []): Entity {
  return entity('User', name, { memberOf: [...groups] });
}

/** A small catalog: a Pilot, what implements it, and APIs beside it. */
export function testEntities(): Entity[] {
  return [
    pilot('delta-sharing', { parts: ['component:default/share-server'] }),
    component('share-server', { pilots: ['pilot:default/delta-sharing'] }),
    api('orders'),
    api('by-dana', { owner: 'user:default/dana' }),
    entity('Domain', 'partners', { ownedBy: ['group:default/partner-tech'] }),
    ...['payments', 'checkout', 'ads', 'partner-tech', 'data'].map(name =>
      group(name),
    ),
  ];
}

/**
 * A catalog in memory whose entities a test may change, and that hides
 * entities from people by name.
 */
export class TestCatalog {
  readonly #entities = new Map<string, Entity>();
  #catalog = catalogServiceMock();
  /** Refs that a person cannot see. */
  readonly hidden = new Map<string, readonly string[]>();

  readonly #removed = new Set<string>();

  /** Decides whether a look-up of several entities fails. */
  fails: (refs: readonly string[]) => boolean = () => false;

  constructor() {
    this.set(...testEntities());
  }

  /** Adds entities or puts them in the place of those with the same ref. */
  set(...entities: Entity[]): void {
    for (const each of entities) {
      this.#entities.set(stringifyEntityRef(each), each);
    }
    this.#load();
  }

  remove(...refs: string[]): void {
    refs.forEach(ref => this.#entities.delete(ref));
    refs.forEach(ref => this.#removed.add(ref));
    this.#load();
  }

  /** Adds the people and teams of some refs that a test has not set or removed. */
  ensure(refs: readonly string[]): void {
    const missing = refs.filter(
      ref => !this.#entities.has(ref) && !this.#removed.has(ref),
    );
    const added = missing.flatMap(ref => {
      const [kind, name] = ref.split(':default/');
      if (kind === 'group') return group(name);
      return kind === 'user' ? user(name) : [];
    });
    if (added.length > 0) {
      this.set(...added);
    }
  }

  /** Returns the service that the plugin gets. */
  service(): CatalogService {
    const sees = (found: Entity | undefined, credentials: unknown) =>
      found && this.#hides(credentials, stringifyEntityRef(found))
        ? undefined
        : found;
    return {
      getEntityByRef: async (ref, options) =>
        sees(
          await this.#catalog.getEntityByRef(ref, options),
          options.credentials,
        ),
      getEntitiesByRefs: async (query, options) => {
        const { entityRefs } = query;
        if (this.fails(entityRefs)) {
          throw new Error('The catalog is away');
        }
        const { items } = await this.#catalog.getEntitiesByRefs(
          { entityRefs },
          options,
        );
        return { items: items.map(item => sees(item, options.credentials)) };
      },
      queryEntities: (query, options) =>
        this.#catalog.queryEntities(query, options),
      streamEntities: (query, options) =>
        this.#catalog.streamEntities(query, options),
    } as Partial<CatalogService> as CatalogService;
  }

  #load(): void {
    this.#catalog = catalogServiceMock({
      entities: [...this.#entities.values()],
    });
  }

  #hides(credentials: unknown, ref: string): boolean {
    const principal = (credentials as BackstageCredentials<any>).principal;
    return this.hidden.get(principal.userEntityRef)?.includes(ref) ?? false;
  }
}
