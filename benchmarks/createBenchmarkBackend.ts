import { createBackend } from '@backstage/backend-defaults';
import { floorPlugin } from './floorPlugin';

/** The sample portal's backend without its pages, and the floor beside it. */
export function createBenchmarkBackend() {
  const backend = createBackend();
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('../packages/backend/src/developmentSignIn'));
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@pilot-to-platform/plugin-catalog-backend-module-pilot'));
  backend.add(import('@pilot-to-platform/plugin-pilot-backend'));
  backend.add(import('@backstage/plugin-events-backend'));
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(import('../packages/backend/src/permissions'));
  backend.add(floorPlugin);
  return backend;
}
