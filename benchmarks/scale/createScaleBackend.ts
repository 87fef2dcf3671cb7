import {
  coreServices,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import { createBenchmarkBackend } from '../createBenchmarkBackend';

/**
 * Nothing of the pilot plugin runs by itself: its look through the catalog would
 * find almost none of the made-up targets, and its sweep is measured on its own.
 */
const quietScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    database: coreServices.database,
    logger: coreServices.logger,
    rootLifecycle: coreServices.rootLifecycle,
    httpRouter: coreServices.httpRouter,
    pluginMetadata: coreServices.pluginMetadata,
    metrics: metricsServiceRef,
  },
  async factory(deps): Promise<SchedulerService> {
    const scheduler = DefaultSchedulerService.create(deps);
    return deps.pluginMetadata.getId() === 'pilot'
      ? new Proxy(scheduler, {
          get: (of, key: keyof SchedulerService) =>
            key === 'scheduleTask' ? async () => {} : of[key],
        })
      : scheduler;
  },
});

/** The backend that is measured, without what it does by itself. */
export function createScaleBackend() {
  const backend = createBenchmarkBackend();
  backend.add(quietScheduler);
  return backend;
}
