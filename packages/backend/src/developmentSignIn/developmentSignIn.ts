import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { createDevelopmentProvider } from './createDevelopmentProvider';
import { refuseDevelopmentToken } from './refuseDevelopmentToken';

/**
 * Lets anybody sign in as anybody: `GET /api/auth/development/refresh?user=`
 * answers with a token of that user. In production it does not exist.
 */
export const developmentSignIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'development-sign-in',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ providers, config, logger }) {
        if (process.env.NODE_ENV === 'production') {
          refuseDevelopmentToken(config);
          logger.error(
            'The development sign-in is not offered, because NODE_ENV is production and it lets anybody sign in as anybody. ' +
              'Add a module of another auth provider to the backend, and configure it under auth.providers.',
          );
          return;
        }
        providers.registerProvider({
          providerId: 'development',
          factory: createDevelopmentProvider,
        });
      },
    });
  },
});
