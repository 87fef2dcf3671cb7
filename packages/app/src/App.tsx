import { createApp } from '@backstage/frontend-defaults';
import { catalogModule, iconsModule } from './modules/catalog';
import { catalogGraphModule } from './modules/catalogGraph';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { settingsModule } from './modules/settings';
import { signInModule } from './modules/signIn';

/**
 * The portal's pages. Plugins are not listed: every frontend package that this
 * one depends on is taken in (`app.packages` in app-config.yaml).
 */
export const app = createApp({
  features: [
    catalogModule,
    catalogGraphModule,
    homeModule,
    iconsModule,
    navModule,
    settingsModule,
    signInModule,
  ],
});
