import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { PilotClient } from '@pilot-to-platform/plugin-pilot-common';
import { createHttpPilotService } from './createHttpPilotService';
import { PilotService } from './PilotService';

/**
 * Pilot to Platform for other backend plugins. It needs no set-up: it finds the
 * pilot backend by discovery, and calls it in the name of the given credentials.
 * @public
 */
export const pilotServiceRef = createServiceRef<PilotService>({
  id: 'pilot',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) =>
        createHttpPilotService({ auth, api: clientOf(discovery) }),
    }),
});

function clientOf(discovery: DiscoveryService): PilotClient {
  return new PilotClient({
    fetchApi: { fetch },
    baseUrl: () => discovery.getBaseUrl('pilot'),
  });
}
