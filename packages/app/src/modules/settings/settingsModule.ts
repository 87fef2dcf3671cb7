import {
  ApiBlueprint,
  createFrontendModule,
  discoveryApiRef,
  errorApiRef,
  fetchApiRef,
  identityApiRef,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { UserSettingsStorage } from '@backstage/plugin-user-settings';

const settingsStorage = ApiBlueprint.make({
  name: 'storage',
  params: define =>
    define({
      api: storageApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        errorApi: errorApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
      },
      factory: deps => UserSettingsStorage.create(deps),
    }),
});

/**
 * Keeps what people star and choose with their name in the backend: several of
 * them sign in with one browser here.
 */
export const settingsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [settingsStorage],
});
