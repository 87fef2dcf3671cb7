import { createApiRef } from '@backstage/frontend-plugin-api';
import type { PilotCache } from '../cache/PilotCache';

/** Cache of the whole plugin, dialogs at the app's root included. */
export const pilotCacheApiRef = createApiRef<PilotCache>().with({
  id: 'plugin.pilot.cache',
  pluginId: 'pilot',
});
