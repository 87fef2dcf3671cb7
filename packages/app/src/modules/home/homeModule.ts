import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

/**
 * How the home page is laid out. What is on it, and where, says `page:home` in
 * app-config.yaml until a person moves it.
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
