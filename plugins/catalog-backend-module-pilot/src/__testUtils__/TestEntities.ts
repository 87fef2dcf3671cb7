import { createBackendModule } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

const location = {
  'backstage.io/managed-by-location': 'test:entities',
  'backstage.io/managed-by-origin-location': 'test:entities',
};

export function entity(
  kind: string,
  name: string,
  spec: Entity['spec'] = {},
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion:
      kind === 'Pilot' ? 'pilot-to-platform/v1alpha1' : 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: location,
      ...metadata,
    },
    spec,
  };
}

export const group = (name: string) =>
  entity('Group', name, { type: 'team', children: [] });

export const api = (name: string) =>
  entity('API', name, {
    type: 'openapi',
    lifecycle: 'production',
    owner: 'partner-tech',
    definition: 'openapi: 3.1.0',
  });

export const pilot = (name: string, spec: Entity['spec'] = {}) =>
  entity('Pilot', name, {
    owner: 'partner-tech',
    problem: 'Partners wait days for data',
    ...spec,
  });

/** Entities that a test puts into the catalog, and may change. */
export class TestEntities implements EntityProvider {
  #connection?: EntityProviderConnection;
  readonly #entities = new Map<string, Entity>();

  constructor(entities: readonly Entity[]) {
    entities.forEach(each => this.#set(each));
  }

  getProviderName(): string {
    return 'test-entities';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#apply();
  }

  /** Adds an entity, or replaces the one of its name. */
  async put(changed: Entity): Promise<void> {
    this.#set(changed);
    await this.#apply();
  }

  module() {
    return createBackendModule({
      pluginId: 'catalog',
      moduleId: 'test-entities',
      register: reg =>
        reg.registerInit({
          deps: { processing: catalogProcessingExtensionPoint },
          init: async ({ processing }) => processing.addEntityProvider(this),
        }),
    });
  }

  #set(changed: Entity): void {
    this.#entities.set(`${changed.kind}:${changed.metadata.name}`, changed);
  }

  async #apply(): Promise<void> {
    await this.#connection?.applyMutation({
      type: 'full',
      entities: [...this.#entities.values()].map(each => ({
        entity: each,
        locationKey: 'test:entities',
      })),
    });
  }
}
