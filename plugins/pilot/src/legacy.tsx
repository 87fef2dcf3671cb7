/**
 * The same screens for portals on the old frontend system.
 *
 * @packageDocumentation
 */

import type { JSX } from 'react';
import {
  createComponentExtension,
  createPlugin,
} from '@backstage/core-plugin-api';
import { pilotApiFactory, pilotCacheApiFactory } from './api/pilotApiFactories';
import type { NeedButtonProps } from './components/NeedButton/NeedButton';
import { catalogIndexRouteRef } from './routes';

export { pilotApiRef } from './api/pilotApiRef';
export type { NeedButtonProps };
export { pilotTranslationRef } from './translation';

/**
 * The plugin for the old frontend system. An app finds it through its
 * components.
 * @public
 */
export const pilotPlugin = createPlugin({
  id: 'pilot',
  apis: [pilotApiFactory, pilotCacheApiFactory],
  externalRoutes: { catalogIndex: catalogIndexRouteRef },
});

/**
 * The demand for the entity of the page, with the button **I need this**.
 * @public
 */
export const EntityDemandCard: () => JSX.Element | null = pilotPlugin.provide(
  createComponentExtension({
    name: 'EntityDemandCard',
    component: {
      lazy: () =>
        import('./components/DemandCard/DemandCard').then(m => m.DemandCard),
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
          import('./components/NeedButton/NeedButton').then(m => m.NeedButton),
      },
    }),
  );
