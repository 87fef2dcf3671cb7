import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions/registerActions';
import { Announcer } from './announce/Announcer';
import { CatalogSync } from './catalog/CatalogSync';
import { Mirror } from './catalog/Mirror';
import { readPilotConfig } from './config';
import { DemandUpkeep } from './demand/DemandUpkeep';
import { Merger } from './merge/Merger';
import { registerPermissions } from './permissions/registerPermissions';
import { createDemandRouter } from './router/createDemandRouter';
import { Measurements } from './metrics/Measurements';
import { measureLag } from './metrics/measureLag';
import { ConfirmReminder } from './outbox/ConfirmReminder';
import { OutboxSender } from './outbox/OutboxSender';
import { scheduleOutbox } from './outbox/scheduleOutbox';
import { createExchangeRouter } from './router/createExchangeRouter';
import { createListingRouter } from './router/createListingRouter';
import { createMergeRouter } from './router/createMergeRouter';
import { createProjectionRouter } from './router/createProjectionRouter';
import { createRouter } from './router/createRouter';
import { createTriageRouter } from './router/createTriageRouter';
import { measureRequests } from './router/measureRequests';
import { createSimilarRouter } from './router/createSimilarRouter';
import { AuthorizedFragmentation } from './service/AuthorizedFragmentation';
import { AuthorizedMerge } from './service/AuthorizedMerge';
import { AuthorizedHistory } from './service/AuthorizedHistory';
import { AuthorizedListing } from './service/AuthorizedListing';
import { AuthorizedPilotService } from './service/AuthorizedPilotService';
import { AuthorizedTriage } from './service/AuthorizedTriage';
import { AuthorizedPreview } from './service/AuthorizedPreview';
import { AuthorizedRanking } from './service/AuthorizedRanking';
import { AuthorizedSimilar } from './service/AuthorizedSimilar';
import { CursorCodec } from './service/cursor';
import { DefaultPilotService } from './service/DefaultPilotService';
import { DemandViews } from './service/DemandViews';
import { Door } from './service/Door';
import { exportLines } from './service/exportLines';
import { InterestImporter } from './service/InterestImporter';
import { InterestLister } from './service/InterestLister';
import { Permits } from './service/Permits';
import { ProjectionFeed } from './service/ProjectionFeed';
import { SeenDuplicates } from './service/SeenDuplicates';
import { TargetCards } from './service/TargetCards';
import { TeamRules } from './service/TeamRules';
import { Visibility } from './service/Visibility';
import { Watch } from './service/Watch';
import { Duplicates } from './similar/Duplicates';
import { GroupNames } from './similar/GroupNames';
import { SimilarTargets } from './similar/SimilarTargets';
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
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
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

        const measurements = new Measurements(deps.metrics);
        measureLag(deps.metrics, knex);
        const watch = new Watch(await sharedKey(knex, 'watch'));
        const announcer = new Announcer({
          ...deps,
          knex,
          watch,
          measurements,
        });
        deps.lifecycle.addShutdownHook(() => announcer.settled());
        const mirror = new Mirror({ knex, catalog, auth, ...config });
        const visibility = new Visibility({
          catalog,
          permissions: deps.permissions,
        });
        const permits = new Permits({ ...config, ...deps });
        const door = new Door({ permits, visibility, config });
        const teams = new TeamRules({ ...config, visibility });
        const views = new DemandViews({ knex, visibility, teams, watch });
        const cursorKey = await sharedKey(knex, 'cursor');
        const lister = new InterestLister({
          knex,
          visibility,
          cursors: new CursorCodec(cursorKey),
        });
        const interests = new DefaultPilotService({
          knex,
          config,
          mirror,
          announcer,
          clock,
        });
        const service = new AuthorizedPilotService({
          service: interests,
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

        const similar = new SimilarTargets({
          catalog,
          auth,
          logger,
          clock,
          allowedKinds: config.allowedKinds,
        });
        const duplicates = new Duplicates({
          knex,
          similar,
          names: new GroupNames(await sharedKey(knex, 'group')),
        });
        const cards = new TargetCards({ knex, views, clock });

        const listing = new AuthorizedListing({
          service: interests,
          lister,
          door,
          config,
          clock,
        });
        const ranking = new AuthorizedRanking({
          knex,
          door,
          views,
          visibility,
          cursors: new CursorCodec(cursorKey),
          clock,
        });
        const alike = new AuthorizedSimilar({
          knex,
          similar,
          door,
          visibility,
          cards,
        });
        registerActions({
          ...deps,
          registry: deps.actions,
          service,
          listing,
          ranking,
          similar: alike,
        });

        deps.httpRouter.use(measureRequests(measurements));
        deps.httpRouter.use(
          createRouter({ service, httpAuth, auditor }, [
            createListingRouter({
              listing,
              httpAuth,
              clock,
            }),
            createDemandRouter({
              ranking,
              history: new AuthorizedHistory({ knex, door, views, clock }),
              preview: new AuthorizedPreview({ knex, door, visibility, clock }),
              httpAuth,
              clock,
            }),
            createSimilarRouter({
              similar: alike,
              fragmentation: new AuthorizedFragmentation({
                knex,
                seen: new SeenDuplicates({ knex, duplicates, visibility }),
                door,
                cards,
                config,
                clock,
              }),
              httpAuth,
              auditor,
            }),
            createMergeRouter({
              merging: new AuthorizedMerge({
                knex,
                merger: new Merger({ knex, announcer, clock }),
                mirror,
                door,
                permits,
                visibility,
                cursors: new CursorCodec(cursorKey),
                clock,
              }),
              httpAuth,
              auditor,
            }),
            createTriageRouter({
              triage: new AuthorizedTriage({
                service: interests,
                lister,
                door,
                views,
                visibility,
                mirror,
                config,
                clock,
              }),
              httpAuth,
              auditor,
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

        await scheduleOutbox({
          scheduler: deps.scheduler,
          sender: new OutboxSender({
            ...deps,
            ...config,
            knex,
            measurements,
          }),
          reminder: new ConfirmReminder({ ...config, knex }),
          clock,
        });
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
