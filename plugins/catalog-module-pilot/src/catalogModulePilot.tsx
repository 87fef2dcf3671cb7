import {
  createFrontendModule,
  PluginHeaderActionBlueprint,
} from '@backstage/frontend-plugin-api';

const needAction = PluginHeaderActionBlueprint.make({
  name: 'pilot-need',
  params: {
    loader: async () => {
      const { NeedHeaderAction } = await import('./NeedHeaderAction');
      return <NeedHeaderAction />;
    },
  },
});

/**
 * Adds the button **I need this** to the header of every entity page.
 * @public
 */
export const catalogModulePilot = createFrontendModule({
  pluginId: 'catalog',
  extensions: [needAction],
});
