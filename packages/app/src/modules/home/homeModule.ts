import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

/**
 * Module that lays out the home page. What is on it, and where, says
 * `page:home` in app-config.yaml until a person moves it.
 */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [
    HomePageLayoutBlueprint.make({
      params: {
        loader: async () => {
          const { HomeLayout } = await import('./HomeLayout');
          return HomeLayout;
        },
      },
    }),
  ],
});
