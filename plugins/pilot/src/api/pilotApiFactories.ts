import {
  createApiFactory,
  fetchApiRef,
  identityApiRef,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { PilotClient } from '@pilot-to-platform/plugin-pilot-common';
import { PilotCache } from '../cache/PilotCache';
import { pilotApiRef } from './pilotApiRef';
import { pilotCacheApiRef } from './pilotCacheApiRef';

/** The client, over the portal's own `fetch`. */
export const pilotApiFactory = createApiFactory({
  api: pilotApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }) => new PilotClient({ fetchApi }),
});

/** The cache over whichever client the app provides. */
export const pilotCacheApiFactory = createApiFactory({
  api: pilotCacheApiRef,
  deps: {
    pilotApi: pilotApiRef,
    catalogApi: catalogApiRef,
    identityApi: identityApiRef,
    storageApi: storageApiRef,
  },
  factory: deps => new PilotCache(deps),
});
