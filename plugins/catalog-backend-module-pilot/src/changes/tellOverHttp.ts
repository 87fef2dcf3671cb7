import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { catalogChangesTakenSchema } from '@pilot-to-platform/plugin-pilot-common';
import { pilotFetch } from '../pilotFetch';
import { TellChanges } from './ChangeTeller';

/** Tells the pilot backend as the catalog plugin. */
export function tellOverHttp(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): TellChanges {
  const request = pilotFetch(options);
  return async (changes, { signal }) => {
    const response = await request('/changes', {
      signal,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ changes }),
    });
    return catalogChangesTakenSchema.parse(await response.json()).later;
  };
}
