import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import { PilotIcon } from './PilotIcon';

/** Gives Pilots an icon where the app is asked for that of a kind, as in the ancestry of an entity. */
export const iconsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    IconBundleBlueprint.make({
      name: 'pilot',
      params: { icons: { 'kind:pilot': <PilotIcon /> } },
    }),
  ],
});
