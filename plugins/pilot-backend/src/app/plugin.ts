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
import { durationToMilliseconds } from '@backstage/types';
import { pilotReadinessExtensionPoint } from '@pilot-to-platform/plugin-pilot-node';
import { registerActions } from './registerActions';
import { CatalogSync } from '../targets/CatalogSync';
import { readPilotConfig } from '../kernel/config/config';
import { createServices } from './createServices';
import { startPolicy } from '../demand/startPolicy';
import { FutureWatch } from '../operating/FutureWatch';
import { measureLag } from '../targets/measureLag';
import { reportLeftOut } from '../operating/reportLeftOut';
import { openClock } from '../kernel/clock/openClock';
import { features } from './features';
import { TextRetention } from '../operating/TextRetention';
import { registerPermissions } from '../kernel/access/registerPermissions';
import { processClockServiceRef } from '../kernel/clock/processClock';
import { ExpiryReminder } from '../readiness/ExpiryReminder';
import { FactRefresh } from '../readiness/FactRefresh';
import {
  ReadinessExtensions,
  requireKnownSources,
} from '../readiness/ReadinessExtensions';
import { scheduleReadiness } from '../readiness/scheduleReadiness';
import { createApi } from './createApi';
import { measureRequests } from '../kernel/http/measureRequests';
import { scheduleUpkeep } from './scheduleUpkeep';
import { openDatabase } from '../kernel/store/migrate';
import { createFeed } from '../kernel/store/feed/feedCounter';

/**
 * Records interest in catalog entities and computes the demand that it adds up
 * to.
 * @public
 */
export const pilotPlugin = createBackendPlugin({
  pluginId: 'pilot',
  register(env) {
    const extensions = new ReadinessExtensions();
    env.registerExtensionPoint(pilotReadinessExtensionPoint, extensions);
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        processClock: processClockServiceRef,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { checks, sources } = extensions;
        const config = readPilotConfig(deps.rootConfig, checks, sources);
        requireKnownSources(config.checks, sources);
        const knex = await openDatabase(deps.database);
        const { clock, skew } = await openClock({ ...deps, knex });
        reportLeftOut(knex, deps);
        await createFeed(knex);
        await startPolicy(knex, config, { ...deps, clock });
        registerPermissions(deps.permissionsRegistry, knex);

        measureLag(deps.metrics, knex);
        const services = await createServices(deps, {
          knex,
          config,
          clock,
          sources: {
            added: sources,
            appBaseUrl: deps.rootConfig.getOptionalString('app.baseUrl'),
          },
        });
        const { announcer, importer, inUse, keeper, measurements, mirror } =
          services;
        deps.lifecycle.addShutdownHook(() => services.feed.stop());
        deps.lifecycle.addShutdownHook(() => announcer.settled());

        registerActions({
          ...deps,
          ...services,
          clock,
          registry: deps.actions,
        });
        deps.httpRouter.use(measureRequests(measurements));
        deps.httpRouter.use(createApi({ ...deps, services, clock }));

        await features.news.schedule({ ...deps, ...services });
        await scheduleReadiness({
          scheduler: deps.scheduler,
          refresh: new FactRefresh({
            ...deps,
            ...config,
            knex,
            inUse,
            keeper,
            clock,
            refreshMs: durationToMilliseconds(config.readinessRefresh),
          }),
          reminder: new ExpiryReminder({ knex }),
          inUse,
          clock,
        });
        await scheduleUpkeep({
          scheduler: deps.scheduler,
          upkeep: services.upkeep,
          phases: services.phaseUpkeep,
          sync: new CatalogSync({ ...deps, knex, mirror, importer, clock }),
          syncInterval: config.syncInterval,
          settings: services.settings,
          maintenance: services.maintenance,
          announcer,
          clock,
          skew,
          future: new FutureWatch({ ...deps, knex }),
          ...(config.retentionDays !== undefined && {
            retention: new TextRetention({
              knex,
              retentionDays: config.retentionDays,
            }),
          }),
        });
      },
    });
  },
});
