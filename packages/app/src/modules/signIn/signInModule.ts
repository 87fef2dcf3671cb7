import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: () => import('./SignInPage').then(module => module.SignInPage),
  },
});

/** Sign-in for development: choose who you are. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage],
});
