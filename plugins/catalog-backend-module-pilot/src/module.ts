import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { stringifyError } from '@backstage/errors';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { projectionTopic } from '@pilot-to-platform/plugin-pilot-common';
import { pilotCatalogModelLayer } from '@pilot-to-platform/plugin-pilot-common/alpha';
import { readPilotCatalogConfig } from './config';
import { implementedByKinds } from './kind/implementedByKinds';
import { PilotValidator } from './kind/PilotValidator';
import { PilotProcessor } from './processor/PilotProcessor';
import { CatalogRefresher } from './projection/CatalogRefresher';
import { FeedReader } from './projection/FeedReader';
import { HttpProjectionFeed } from './projection/HttpProjectionFeed';
import { Projection } from './projection/Projection';

/**
 * Adds the Pilot kind to the catalog, and projects recorded interest as
 * relations.
 *
 * @public
 */
export const catalogModulePilot = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'pilot',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { events, logger, model, processing, rootLifecycle, scheduler } =
          deps;
        const config = readPilotCatalogConfig(deps.config);
        const projection = new Projection();
        const refresher = new CatalogRefresher();
        const reader = new FeedReader({
          feed: new HttpProjectionFeed(deps),
          projection,
          refresh: targets => refresher.refresh(targets),
          logger,
        });

        processing.addEntityProvider(refresher);
        processing.addProcessor(
          new PilotProcessor({
            ...config,
            projection,
            validator: new PilotValidator({
              implementedByKinds: implementedByKinds(config.allowedKinds),
            }),
          }),
        );
        if (config.modelLayer) {
          model.addModelSource(
            CatalogModelSources.static([pilotCatalogModelLayer]),
          );
        }

        // Not earlier: before all plugins are up, subscribing finds no event
        // bus and would stay local for good. The handler does not wait for the
        // pull, because whoever publishes waits for the handler.
        rootLifecycle.addStartupHook(async () => {
          try {
            await events.subscribe({
              // Subscribers that share an id share the events; every replica
              // needs all of them.
              id: `pilot-projection-${randomUUID()}`,
              topics: [projectionTopic],
              onEvent: async () => void reader.pull(),
            });
          } catch (error) {
            logger.warn(
              `Changes of interest are only found by polling: ${stringifyError(
                error,
              )}`,
            );
          }
          await scheduler.scheduleTask({
            id: 'pilot-projection-poll',
            scope: 'local',
            frequency: config.pollInterval,
            timeout: { minutes: 5 },
            fn: () => reader.pull(),
          });
        });
        rootLifecycle.addShutdownHook(() => reader.stop());
      },
    });
  },
});
