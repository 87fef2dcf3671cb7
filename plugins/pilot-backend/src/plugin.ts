import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { Announcer } from './announce/Announcer';
import { CatalogSync } from './catalog/CatalogSync';
import { Mirror } from './catalog/Mirror';
import { readPilotConfig } from './config';
import { DemandUpkeep } from './demand/DemandUpkeep';
import { registerPermissions } from './permissions/registerPermissions';
import { createDemandRouter } from './router/createDemandRouter';
import { createExchangeRouter } from './router/createExchangeRouter';
import { createProjectionRouter } from './router/createProjectionRouter';
import { createRouter } from './router/createRouter';
import { AuthorizedHistory } from './service/AuthorizedHistory';
import { AuthorizedPilotService } from './service/AuthorizedPilotService';
import { AuthorizedPreview } from './service/AuthorizedPreview';
import { AuthorizedRanking } from './service/AuthorizedRanking';
import { CursorCodec } from './service/cursor';
import { DefaultPilotService } from './service/DefaultPilotService';
import { DemandViews } from './service/DemandViews';
import { Door } from './service/Door';
import { exportLines } from './service/exportLines';
import { InterestImporter } from './service/InterestImporter';
import { InterestLister } from './service/InterestLister';
import { Permits } from './service/Permits';
import { ProjectionFeed } from './service/ProjectionFeed';
import { TeamRules } from './service/TeamRules';
import { Visibility } from './service/Visibility';
import { Watch } from './service/Watch';
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
        registerPermissions(deps.permissionsRegistry, knex);

        const announcer = new Announcer({ knex, logger, events: deps.events });
        deps.lifecycle.addShutdownHook(() => announcer.settled());
        const mirror = new Mirror({ knex, catalog, auth, ...config });
        const visibility = new Visibility({
          catalog,
          permissions: deps.permissions,
        });
        const permits = new Permits({ ...config, ...deps });
        const door = new Door({ permits, visibility, config });
        const teams = new TeamRules({ ...config, visibility });
        const watch = new Watch(await sharedKey(knex, 'watch'));
        const views = new DemandViews({ knex, visibility, teams, watch });
        const cursorKey = await sharedKey(knex, 'cursor');
        const lister = new InterestLister({
          knex,
          visibility,
          cursors: new CursorCodec(cursorKey),
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
          door,
          views,
          visibility,
          permits,
          teams,
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
            createDemandRouter({
              ranking: new AuthorizedRanking({
                knex,
                door,
                views,
                visibility,
                cursors: new CursorCodec(cursorKey),
                clock,
              }),
              history: new AuthorizedHistory({ knex, door, views, clock }),
              preview: new AuthorizedPreview({ knex, door, visibility, clock }),
              httpAuth,
              clock,
            }),
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

        const upkeep = new DemandUpkeep({ knex });
        await deps.scheduler.scheduleTask({
          id: 'pilot-demand-recompute',
          frequency: { minutes: 5 },
          timeout: { hours: 1 },
          scope: 'global',
          fn: async () => {
            await upkeep.recompute(clock());
            announcer.announce();
          },
        });
        await deps.scheduler.scheduleTask({
          id: 'pilot-demand-sweep',
          frequency: { hours: 1 },
          timeout: { minutes: 30 },
          initialDelay: { minutes: 1 },
          scope: 'global',
          fn: async () => {
            await upkeep.sweep(clock());
            announcer.announce();
          },
        });
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
