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

/** A Component that may implement Pilots. */
export function component(
  name: string,
  options: { owner?: string; pilots?: string[] } = {},
): Entity {
  return entity('Component', name, {
    ownedBy: [options.owner ?? 'group:default/data'],
    implements: options.pilots ?? [],
  });
}

/** A small catalog: a Pilot, what implements it, and APIs beside it. */
export function testEntities(): Entity[] {
  const ownedByPartnerTech = { ownedBy: ['group:default/partner-tech'] };
  return [
    pilot('delta-sharing', { parts: ['component:default/share-server'] }),
    component('share-server', { pilots: ['pilot:default/delta-sharing'] }),
    entity('API', 'orders', ownedByPartnerTech),
    entity('API', 'by-dana', { ownedBy: ['user:default/dana'] }),
    entity('Domain', 'partners', ownedByPartnerTech),
    ...['payments', 'checkout', 'ads', 'partner-tech', 'data'].map(name =>
      entity('Group', name, {}, { type: 'team' }),
    ),
  ];
}

/**
 * A catalog in memory whose entities a test may replace, and that hides
 * entities from people by name.
 */
export class TestCatalog {
  #catalog = catalogServiceMock({ entities: testEntities() });
  /** Refs that a person cannot see. */
  readonly hidden = new Map<string, readonly string[]>();

  replace(entities: Entity[]): void {
    this.#catalog = catalogServiceMock({ entities });
  }

  /** What the plugin gets. */
  service(): CatalogService {
    const sees = (entity: Entity | undefined, credentials: unknown) =>
      entity && this.#hides(credentials, stringifyEntityRef(entity))
        ? undefined
        : entity;
    return {
      getEntityByRef: async (ref, options) =>
        sees(
          await this.#catalog.getEntityByRef(ref, options),
          options.credentials,
        ),
      getEntitiesByRefs: async (query, options) => {
        const { entityRefs } = query;
        const { items } = await this.#catalog.getEntitiesByRefs(
          { entityRefs },
          options,
        );
        return { items: items.map(item => sees(item, options.credentials)) };
      },
      streamEntities: (query, options) =>
        this.#catalog.streamEntities(query, options),
    } as Partial<CatalogService> as CatalogService;
  }

  #hides(credentials: unknown, ref: string): boolean {
    const principal = (credentials as BackstageCredentials<any>).principal;
    return this.hidden.get(principal.userEntityRef)?.includes(ref) ?? false;
  }
}
