import { BasicPermission } from '@backstage/plugin-permission-common';
import {
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

/**
 * What any plugin pays for a request of the same kind: who asks, what they may,
 * whether they see the entity, and then one keyed read or one insert.
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

        const enter = async (request: Request, permission: BasicPermission) => {
          const credentials = await deps.httpAuth.credentials(request as any, {
            allow: ['user'],
          });
          await deps.userInfo.getUserInfo(credentials);
          await Promise.all([
            deps.permissions.authorize([{ permission }], { credentials }),
            deps.permissions.authorizeConditional(
              [{ permission: pilotInterestReadPermission }],
              { credentials },
            ),
          ]);
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
        deps.httpRouter.use(router);
      },
    });
  },
});
