/**
 * The same screens for portals on the old frontend system.
 *
 * @packageDocumentation
 */

import type { JSX } from 'react';
import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import {
  createCardExtension,
  type CardExtensionProps,
} from '@backstage/plugin-home-react';
import {
  createScaffolderFieldExtension,
  type FieldExtensionComponent,
} from '@backstage/plugin-scaffolder-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { pilotApiFactory, pilotCacheApiFactory } from './api/pilotApiFactories';
import type { NeedButtonProps } from './components/NeedDialog/NeedButton';
import { LazyPilotSimilarField } from './components/Templates/LazyPilotSimilarField';
import type { PilotSimilarOptions } from './components/Templates/PilotSimilarField';
import type { PilotSearchResultListItemProps } from './components/SearchResult/PilotSearchResultListItem';
import {
  isPilotDocument,
  type CatalogDocument,
} from './components/SearchResult/pilotRefOf';
import {
  catalogIndexRouteRef,
  guideRouteRef,
  rootRouteRef,
  templateRouteRef,
  templatesRouteRef,
} from './routes';

export { pilotApiRef } from './api/pilotApiRef';
export type {
  CatalogDocument,
  NeedButtonProps,
  PilotSearchResultListItemProps,
  PilotSimilarOptions,
};
export { pilotTranslationRef } from './translation';

/**
 * The plugin for the old frontend system. An app finds it through its
 * components.
 * @public
 */
export const pilotPlugin = createPlugin({
  id: 'pilot',
  apis: [pilotApiFactory, pilotCacheApiFactory],
  routes: { root: rootRouteRef },
  externalRoutes: {
    catalogIndex: catalogIndexRouteRef,
    templates: templatesRouteRef,
    template: templateRouteRef,
    guide: guideRouteRef,
  },
});

/**
 * The page **Pilots** with its tabs, for a route such as `/pilots`.
 * @public
 */
export const PilotsPage: () => JSX.Element = pilotPlugin.provide(
  createRoutableExtension({
    name: 'PilotsPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./pages/LegacyPilotsPage').then(m => m.LegacyPilotsPage),
  }),
);

/**
 * The demand for the entity of the page, with the button **I need this**.
 * @public
 */
export const EntityDemandCard: () => JSX.Element | null = pilotPlugin.provide(
  createComponentExtension({
    name: 'EntityDemandCard',
    component: {
      lazy: () =>
        import('./components/Demand/DemandCard').then(m => m.DemandCard),
    },
  }),
);

/**
 * Card with the phase of the Pilot of the page and what it is about, for its
 * overview.
 * @public
 */
export const EntityPilotCard: () => JSX.Element | null = pilotPlugin.provide(
  createComponentExtension({
    name: 'EntityPilotCard',
    component: {
      lazy: () =>
        import('./components/Overview/PilotCard').then(m => m.PilotCard),
    },
  }),
);

/**
 * Everything about the demand for the entity of the page, for a route `/demand`
 * of its layout.
 * @public
 */
export const EntityDemandContent: () => JSX.Element = pilotPlugin.provide(
  createComponentExtension({
    name: 'EntityDemandContent',
    component: {
      lazy: () =>
        import('./components/Demand/DemandTab').then(m => m.DemandTab),
    },
  }),
);

/**
 * Everything about the readiness of the entity of the page, for a route
 * `/readiness` of its layout.
 * @public
 */
export const EntityReadinessContent: () => JSX.Element = pilotPlugin.provide(
  createComponentExtension({
    name: 'EntityReadinessContent',
    component: {
      lazy: () =>
        import('./components/Readiness/ReadinessTab').then(m => m.ReadinessTab),
    },
  }),
);

/**
 * The button **I need this** with its dialog, for any place that knows an
 * entity.
 * @public
 */
export const NeedButton: (props: NeedButtonProps) => JSX.Element | null =
  pilotPlugin.provide(
    createComponentExtension({
      name: 'NeedButton',
      component: {
        lazy: () =>
          import('./components/NeedDialog/NeedButton').then(m => m.NeedButton),
      },
    }),
  );

/**
 * Card with what the Group of the page asked for, and what others ask of it.
 * @public
 */
export const EntityTeamNeedsCard: () => JSX.Element | null =
  pilotPlugin.provide(
    createComponentExtension({
      name: 'EntityTeamNeedsCard',
      component: {
        lazy: () =>
          import('./components/TeamCard/TeamCard').then(m => m.TeamCard),
      },
    }),
  );

/**
 * Card with what waits for the reader, news on their needs and the most wanted
 * pilots, for the home page.
 * @public
 */
export const HomePilots: (props: CardExtensionProps<{}>) => JSX.Element =
  pilotPlugin.provide(
    createCardExtension<{}>({
      name: 'HomePilots',
      title: 'Pilots',
      components: async () => {
        const { HomeWidget } = await import('./components/Home/HomeWidget');
        return { Content: HomeWidget };
      },
    }),
  );

/**
 * A Pilot among search results, with its phase and demand.
 * @public
 */
export const PilotSearchResultListItem: (
  props: PilotSearchResultListItemProps,
) => JSX.Element | null = pilotPlugin.provide(
  createSearchResultListItemExtension({
    name: 'PilotSearchResultListItem',
    predicate: ({ document }) => isPilotDocument(document),
    component: () =>
      import('./components/SearchResult/PilotSearchResultListItem').then(
        m => m.PilotSearchResultListItem,
      ),
  }),
);

/**
 * The field `PilotSimilar` of templates, below `ScaffolderFieldExtensions`: what
 * looks like the Pilot that is being typed.
 * @public
 */
export const PilotSimilarFieldExtension: FieldExtensionComponent<
  null,
  PilotSimilarOptions
> = pilotPlugin.provide(
  createScaffolderFieldExtension({
    name: 'PilotSimilar',
    component: LazyPilotSimilarField,
  }),
);
