import { useApi } from '@backstage/frontend-plugin-api';
import { pilotCacheApiRef } from '../api/pilotCacheApiRef';

/** Returns the cache that all places of the plugin share. */
export const usePilotCache = () => useApi(pilotCacheApiRef);
