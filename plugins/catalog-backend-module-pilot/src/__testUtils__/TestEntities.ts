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

const keyOf = ({ kind, metadata }: Entity) => `${kind}:${metadata.name}`;

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

  /** Adds entities, or replaces those of their names. */
  async put(...changed: Entity[]): Promise<void> {
    changed.forEach(each => this.#set(each));
    await this.#apply();
  }

  /** Takes entities out of the catalog. */
  async remove(...removed: Entity[]): Promise<void> {
    removed.forEach(each => this.#entities.delete(keyOf(each)));
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
    this.#entities.set(keyOf(changed), changed);
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
