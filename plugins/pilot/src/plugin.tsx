import type { ComponentType } from 'react';
import { RiFlaskLine, RiHandHeartLine } from '@remixicon/react';
import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { defaultAllowedKinds } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiFactory, pilotCacheApiFactory } from './api/pilotApiFactories';
import { useNeedMenuItem } from './components/NeedDialog/useNeedMenuItem';
import { isPilotDocument } from './components/SearchResult/pilotRefOf';
import { LeafPage, PilotsParts } from './pages/PilotsParts';
import {
  catalogIndexRouteRef,
  guideRouteRef,
  rootRouteRef,
  templateRouteRef,
  templatesRouteRef,
} from './routes';

const pilotApi = ApiBlueprint.make({
  params: define => define(pilotApiFactory),
});

const pilotCacheApi = ApiBlueprint.make({
  name: 'cache',
  params: define => define(pilotCacheApiFactory),
});

const pilotsPage = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { inputs }) {
    const page = originalFactory({
      path: '/pilots',
      title: 'Pilots',
      icon: <RiFlaskLine />,
      routeRef: rootRouteRef,
    });
    for (const data of page) {
      if (data.id !== coreExtensionData.reactElement.id) yield data;
    }
    const paths = inputs.pages.map(part =>
      part.get(coreExtensionData.routePath),
    );
    yield coreExtensionData.reactElement(
      <PilotsParts paths={paths}>
        {page.get(coreExtensionData.reactElement)}
      </PilotsParts>,
    );
  },
});

/** A page below Pilots, with none below it. Its name is its path. */
function subPage<const N extends string>(
  name: N,
  title: string,
  load: () => Promise<ComponentType>,
) {
  return SubPageBlueprint.make({
    name,
    params: {
      path: name,
      title,
      loader: async () => {
        const Content = await load();
        return (
          <LeafPage>
            <Content />
          </LeafPage>
        );
      },
    },
  });
}

const portfolioPage = subPage('portfolio', 'Portfolio', async () => {
  const { PortfolioPage } = await import(
    './components/Portfolio/PortfolioPage'
  );
  return PortfolioPage;
});

const mapPage = subPage('map', 'Map', async () => {
  const { MapPage } = await import('./components/Map/MapPage');
  return MapPage;
});

const fragmentationPage = subPage(
  'fragmentation',
  'Fragmentation',
  async () => {
    const { FragmentationPage } = await import(
      './components/Duplicates/FragmentationPage'
    );
    return FragmentationPage;
  },
);

const myNeedsPage = subPage('my-needs', 'My needs', async () => {
  const { MyNeedsPage } = await import('./components/MyNeeds/MyNeedsPage');
  return MyNeedsPage;
});

const demandCard = EntityCardBlueprint.make({
  name: 'demand',
  params: {
    type: 'info',
    // The card itself knows which of the others take interest.
    filter: { $not: { kind: { $in: ['user', 'group', 'location'] } } },
    loader: async () => {
      const { DemandCard } = await import('./components/Demand/DemandCard');
      return <DemandCard />;
    },
  },
});

const demandTab = {
  path: '/demand',
  title: 'Demand',
  loader: async () => {
    const { DemandTab } = await import('./components/Demand/DemandTab');
    return <DemandTab />;
  },
};

const readinessTab = {
  path: '/readiness',
  title: 'Readiness',
  loader: async () => {
    const { ReadinessTab } = await import(
      './components/Readiness/ReadinessTab'
    );
    return <ReadinessTab />;
  },
};

/**
 * For what else takes interest: in a group, so that it adds no tab of its own to
 * pages that have many.
 */
const onOthers = {
  group: 'operation',
  filter: {
    kind: { $in: defaultAllowedKinds.filter(kind => kind !== 'Pilot') },
  },
};

const demandContent = EntityContentBlueprint.make({
  name: 'demand',
  params: { ...demandTab, filter: { kind: 'pilot' } },
});

const operationDemandContent = EntityContentBlueprint.make({
  name: 'operation-demand',
  params: { ...demandTab, ...onOthers },
});

const readinessContent = EntityContentBlueprint.make({
  name: 'readiness',
  params: { ...readinessTab, filter: { kind: 'pilot' } },
});

const operationReadinessContent = EntityContentBlueprint.make({
  name: 'operation-readiness',
  params: { ...readinessTab, ...onOthers },
});

const pilotCard = EntityCardBlueprint.make({
  name: 'pilot',
  params: {
    type: 'content',
    filter: { kind: 'pilot' },
    loader: async () => {
      const { PilotCard } = await import('./components/Overview/PilotCard');
      return <PilotCard />;
    },
  },
});

const teamCard = EntityCardBlueprint.make({
  name: 'team',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: async () => {
      const { TeamCard } = await import('./components/TeamCard/TeamCard');
      return <TeamCard />;
    },
  },
});

const homeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'PilotHome',
    title: 'Pilots',
    description: 'What waits for you, news on your needs, most wanted pilots',
    layout: { width: { minColumns: 3 }, height: { minRows: 4 } },
    components: async () => {
      const { HomeWidget } = await import('./components/Home/HomeWidget');
      return { Content: HomeWidget };
    },
  },
});

const searchResultListItem = SearchResultListItemBlueprint.make({
  params: {
    predicate: ({ document }) => isPilotDocument(document),
    icon: <RiFlaskLine size={20} aria-hidden="true" />,
    component: async () => {
      const { PilotSearchResultListItem } = await import(
        './components/SearchResult/PilotSearchResultListItem'
      );
      return PilotSearchResultListItem;
    },
  },
});

const similarFormField = FormFieldBlueprint.make({
  name: 'similar',
  params: {
    field: async () => {
      const { pilotSimilarFormField } = await import(
        './components/Templates/pilotSimilarFormField'
      );
      return pilotSimilarFormField;
    },
  },
});

// Off, as the header and the card have the button: for portals whose entity
// pages have neither.
const needMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'need',
  disabled: true,
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
  routes: { root: rootRouteRef },
  externalRoutes: {
    catalogIndex: catalogIndexRouteRef,
    templates: templatesRouteRef,
    template: templateRouteRef,
    guide: guideRouteRef,
  },
  extensions: [
    pilotsPage,
    portfolioPage,
    mapPage,
    fragmentationPage,
    myNeedsPage,
    pilotApi,
    pilotCacheApi,
    demandCard,
    pilotCard,
    demandContent,
    operationDemandContent,
    readinessContent,
    operationReadinessContent,
    needMenuItem,
    teamCard,
    homeWidget,
    searchResultListItem,
    similarFormField,
  ],
});
