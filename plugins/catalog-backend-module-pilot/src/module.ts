import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  implementedByKinds,
  PilotValidator,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotCatalogModelLayer } from '@pilot-to-platform/plugin-pilot-common/alpha';
import { readPilotCatalogConfig } from './config';
import { ChangeProcessor } from './changes/ChangeProcessor';
import { ChangeQueue } from './changes/ChangeQueue';
import { ChangeTeller } from './changes/ChangeTeller';
import { startTelling } from './changes/startTelling';
import { tellOverHttp } from './changes/tellOverHttp';
import { PilotProcessor } from './processor/PilotProcessor';
import { CatalogRefresher } from './projection/CatalogRefresher';
import { FeedReader } from './projection/FeedReader';
import { HttpProjectionFeed } from './projection/HttpProjectionFeed';
import { Projection } from './projection/Projection';
import { startReading } from './projection/startReading';

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
        const { logger, model, processing, rootLifecycle } = deps;
        const config = readPilotCatalogConfig(deps.config);
        const projection = new Projection();
        const refresher = new CatalogRefresher();
        const reader = new FeedReader({
          feed: new HttpProjectionFeed(deps),
          projection,
          refresh: targets => refresher.refresh(targets),
          logger,
        });

        const now = () => performance.now();
        const queue = new ChangeQueue();
        const tell = tellOverHttp(deps);
        const teller = new ChangeTeller({ queue, tell, logger, now });

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
        processing.addProcessor(
          new ChangeProcessor({
            ...config,
            note: change => queue.note(change, now()),
          }),
        );
        if (config.modelLayer) {
          model.addModelSource(
            CatalogModelSources.static([pilotCatalogModelLayer]),
          );
        }

        rootLifecycle.addStartupHook(() =>
          startReading({ ...deps, reader, pollInterval: config.pollInterval }),
        );
        rootLifecycle.addStartupHook(() => startTelling({ ...deps, teller }));
        rootLifecycle.addShutdownHook(() => {
          reader.stop();
          teller.stop();
        });
      },
    });
  },
});
