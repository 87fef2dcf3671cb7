import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { PilotIcon } from './PilotIcon';

const entityPresentationApi = ApiBlueprint.make({
  name: 'entity-presentation',
  params: define =>
    define({
      api: entityPresentationApiRef,
      deps: { catalogApi: catalogApiRef },
      factory: ({ catalogApi }) =>
        DefaultEntityPresentationApi.create({
          catalogApi,
          kindIcons: { pilot: PilotIcon },
        }),
    }),
});

/** Gives Pilots an icon wherever the catalog names an entity. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [entityPresentationApi],
});
