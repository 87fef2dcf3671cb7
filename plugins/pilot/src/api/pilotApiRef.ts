import { createApiRef } from '@backstage/frontend-plugin-api';
import type { PilotApi } from '@pilot-to-platform/plugin-pilot-common';

/**
 * The client of the pilot plugin's API, for whoever wants to read or record
 * interests and demand themselves.
 * @public
 */
export const pilotApiRef = createApiRef<PilotApi>().with({
  id: 'plugin.pilot.service',
  pluginId: 'pilot',
});
