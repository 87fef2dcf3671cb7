import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
} from '@pilot-to-platform/plugin-pilot-common';
import express, { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import { randomUUID } from 'node:crypto';

const kinds = ['component', 'api', 'resource', 'pilot'];

/**
 * A plugin that does only what any does for a request of the same kind: who asks,
 * what they may, whether they see the entity or everything, and then one keyed
 * read, one insert, or one page of 50 rows by an index.
 */
export const floorPlugin = createBackendPlugin({
  pluginId: 'floor',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const knex = await deps.database.getClient();
        await knex.schema.createTable('floor', table => {
          table.string('id').primary();
          table.string('ref').index();
          table.text('body');
        });
        await knex.schema.createTable('floor_page', table => {
          table.bigInteger('id').primary();
          table.string('kind').notNullable();
          table.double('score').notNullable();
          table.text('body').notNullable();
          table.index(['kind', 'score', 'id']);
        });

        const identify = async (
          request: Request,
          permission: BasicPermission,
        ): Promise<BackstageCredentials<BackstageUserPrincipal>> => {
          const credentials = await deps.httpAuth.credentials(request as any, {
            allow: ['user'],
          });
          await Promise.all([
            deps.userInfo.getUserInfo(credentials),
            deps.permissions.authorize([{ permission }], { credentials }),
            deps.permissions.authorizeConditional(
              [{ permission: pilotInterestReadPermission }],
              { credentials },
            ),
          ]);
          return credentials;
        };
        const enter = async (request: Request, permission: BasicPermission) => {
          const credentials = await identify(request, permission);
          const { kind, namespace, name } = request.params;
          const ref = `${kind}:${namespace}/${name}`;
          await deps.catalog.getEntityByRef(ref, { credentials });
          return ref;
        };

        const router = PromiseRouter();
        router.use(express.json());
        router.get('/row/:kind/:namespace/:name', async (request, response) => {
          const ref = await enter(request, pilotInterestCreatePermission);
          response.json((await knex('floor').where({ ref }).first()) ?? {});
        });
        router.put('/row/:kind/:namespace/:name', async (request, response) => {
          const event = await deps.auditor.createEvent({
            eventId: 'floor-insert',
            request: request as any,
            severityLevel: 'medium',
          });
          const ref = await enter(request, pilotInterestCreatePermission);
          const id = randomUUID();
          await knex('floor').insert({
            id,
            ref,
            body: JSON.stringify(request.body),
          });
          await event.success();
          response.status(201).json({ id });
        });
        router.put('/page/rows', async (request, response) => {
          const { count, body } = request.body;
          for (let id = 0; id < count; id += 500) {
            const rows = Array.from({ length: 500 }, (_, index) => ({
              id: id + index,
              kind: kinds[index % kinds.length],
              // A prime without a common factor: scores in no order of the ids.
              score: ((id + index) * 7919) % count,
              body,
            }));
            await knex('floor_page').insert(rows);
          }
          response.status(201).json({ count });
        });
        router.get('/page', async (request, response) => {
          const credentials = await identify(
            request,
            pilotInterestCreatePermission,
          );
          await deps.permissions.authorizeConditional(
            [{ permission: catalogEntityReadPermission }],
            { credentials },
          );
          const items = await knex('floor_page')
            .where('kind', String(request.query.kind))
            .orderBy([
              { column: 'score', order: 'desc' },
              { column: 'id', order: 'desc' },
            ])
            .limit(50);
          response.json({ items });
        });
        deps.httpRouter.use(router);
      },
    });
  },
});
