import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { pilotPermissions } from '@pilot-to-platform/plugin-pilot-common';
import { Announcer } from './announce/Announcer';
import { CatalogSync } from './catalog/CatalogSync';
import { Mirror } from './catalog/Mirror';
import { readPilotConfig } from './config';
import { createExchangeRouter } from './router/createExchangeRouter';
import { createProjectionRouter } from './router/createProjectionRouter';
import { createRouter } from './router/createRouter';
import { AuthorizedPilotService } from './service/AuthorizedPilotService';
import { CursorCodec } from './service/cursor';
import { DefaultPilotService } from './service/DefaultPilotService';
import { exportLines } from './service/exportLines';
import { InterestImporter } from './service/InterestImporter';
import { InterestLister } from './service/InterestLister';
import { Permits } from './service/Permits';
import { ProjectionFeed } from './service/ProjectionFeed';
import { TeamRules } from './service/TeamRules';
import { Visibility } from './service/Visibility';
import { openDatabase } from './store/migrate';
import { createFeed } from './store/operations/feed';
import { putPolicyInForce } from './store/operations/policies';
import { sharedKey } from './store/operations/secrets';

/**
 * Records interest in catalog entities and computes the demand that it adds up
 * to.
 * @public
 */
export const pilotPlugin = createBackendPlugin({
  pluginId: 'pilot',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, auth, catalog, httpAuth, logger } = deps;
        const config = readPilotConfig(deps.rootConfig);
        const clock = () => new Date();
        const knex = await openDatabase(deps.database);
        await createFeed(knex);
        await putPolicyInForce(knex, config, clock());
        deps.permissionsRegistry.addPermissions(pilotPermissions);

        const announcer = new Announcer({ knex, logger, events: deps.events });
        deps.lifecycle.addShutdownHook(() => announcer.settled());
        const mirror = new Mirror({ knex, catalog, auth, ...config });
        const visibility = new Visibility({
          catalog,
          permissions: deps.permissions,
        });
        const permits = new Permits({ ...config, ...deps });
        const lister = new InterestLister({
          knex,
          visibility,
          cursors: new CursorCodec(await sharedKey(knex, 'cursor')),
        });
        const service = new AuthorizedPilotService({
          service: new DefaultPilotService({
            knex,
            config,
            mirror,
            announcer,
            clock,
          }),
          lister,
          visibility,
          permits,
          teams: new TeamRules({ ...config, visibility }),
          allowedKinds: config.allowedKinds,
        });
        const importer = new InterestImporter({
          knex,
          catalog,
          auth,
          mirror,
          announcer,
          clock,
        });

        deps.httpRouter.use(
          createRouter({ service, httpAuth, auditor }, [
            createExchangeRouter({
              service,
              importer,
              exportLines: () => exportLines(knex),
              httpAuth,
              auditor,
            }),
            createProjectionRouter({
              feed: new ProjectionFeed(knex),
              auth,
              httpAuth,
            }),
          ]),
        );

        const sync = new CatalogSync({ knex, catalog, auth, mirror });
        await deps.scheduler.scheduleTask({
          id: 'pilot-catalog-sync',
          frequency: config.syncInterval,
          timeout: { minutes: 15 },
          initialDelay: { seconds: 5 },
          scope: 'global',
          fn: async () => {
            await sync.run(clock());
            announcer.announce();
          },
        });
      },
    });
  },
});
