import { BackendFeature } from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import catalogModulePilot from '..';
import { databaseFactory, PluginDatabases } from './databases';
import { TestEntities } from './TestEntities';

/**
 * A running catalog with the module under test. Entities are processed again
 * on their own only after minutes, so that what a test sees was refreshed.
 */
export async function startPortal(options: {
  databases: PluginDatabases;
  entities: TestEntities;
  /** Features that stand in for the pilot backend; none while it is away. */
  features?: BackendFeature[];
  pilot?: JsonObject;
  /** True where the module is left out. */
  uninstalled?: boolean;
  /** Time after which an entity is processed again on its own. */
  processingInterval?: { seconds: number };
}) {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      ...(options.uninstalled ? [] : [catalogModulePilot]),
      options.entities.module(),
      ...(options.features ?? []),
      databaseFactory(options.databases),
      eventsServiceFactory,
      schedulerServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            ...(options.processingInterval && {
              processingInterval: options.processingInterval,
            }),
            stitchingStrategy: { pollingInterval: { milliseconds: 200 } },
          },
          // Stopping waits for readers of the event bus.
          events: { notifyTimeoutMs: 1_000 },
          pilot: options.pilot ?? {},
        },
      }),
    ],
  });
  const token = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:test'),
    targetPluginId: 'catalog',
  });

  async function find(ref: string): Promise<Entity | undefined> {
    const [kind, namespace, name] = ref.split(/[:/]/);
    const { body, status } = await request(backend.server)
      .get(`/api/catalog/entities/by-name/${kind}/${namespace}/${name}`)
      .set('authorization', token);
    return status === 200 ? body : undefined;
  }

  return {
    backend,
    find,
    /** The refs that a filter of the catalog's API finds. */
    async filtered(filter: string): Promise<string[]> {
      const { body } = await request(backend.server)
        .get('/api/catalog/entities')
        .query({ filter })
        .set('authorization', token)
        .expect(200);
      return body.map(stringifyEntityRef).sort();
    },
    /** The targets of an entity's relations of one type. */
    async related(ref: string, type: string): Promise<string[]> {
      return ((await find(ref))?.relations ?? [])
        .filter(relation => relation.type === type)
        .map(relation => relation.targetRef)
        .sort();
    },
  };
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;
