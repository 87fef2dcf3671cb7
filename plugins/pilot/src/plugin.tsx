import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { defaultAllowedKinds } from '@pilot-to-platform/plugin-pilot-common';
import { RiFlaskLine, RiHandHeartLine } from '@remixicon/react';
import { pilotApiFactory, pilotCacheApiFactory } from './api/pilotApiFactories';
import { useNeedMenuItem } from './components/NeedButton/useNeedMenuItem';
import { catalogIndexRouteRef } from './routes';

const pilotApi = ApiBlueprint.make({
  params: define => define(pilotApiFactory),
});

const pilotCacheApi = ApiBlueprint.make({
  name: 'cache',
  params: define => define(pilotCacheApiFactory),
});

const demandCard = EntityCardBlueprint.make({
  name: 'demand',
  params: {
    type: 'info',
    // The card itself knows which of the others take interest.
    filter: { $not: { kind: { $in: ['user', 'group', 'location'] } } },
    loader: async () => {
      const { DemandCard } = await import('./components/DemandCard/DemandCard');
      return <DemandCard />;
    },
  },
});

const needMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'need',
  params: {
    icon: <RiHandHeartLine size={16} aria-hidden="true" />,
    filter: { kind: { $in: [...defaultAllowedKinds] } },
    useProps: useNeedMenuItem,
  },
});

/**
 * The screens of Pilot to Platform for the new frontend system.
 * @public
 */
export const pilotPlugin = createFrontendPlugin({
  pluginId: 'pilot',
  title: 'Pilots',
  icon: <RiFlaskLine />,
  info: { packageJson: () => import('../package.json') },
  externalRoutes: { catalogIndex: catalogIndexRouteRef },
  extensions: [pilotApi, pilotCacheApi, demandCard, needMenuItem],
});
