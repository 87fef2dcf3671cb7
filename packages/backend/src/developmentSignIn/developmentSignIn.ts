import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { createDevelopmentProvider } from './createDevelopmentProvider';
import { refuseDevelopmentToken } from './refuseDevelopmentToken';

/**
 * Lets anybody sign in as anybody: `GET /api/auth/development/refresh?user=`
 * answers with a token of that user. It exists only where NODE_ENV says that this is development.
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
        if (process.env.NODE_ENV !== 'development') {
          refuseDevelopmentToken(config);
          logger.error(
            'The development sign-in is not offered, because it lets anybody sign in as anybody and NODE_ENV is not development. ' +
              'Add a module of another auth provider to the backend, and configure it under auth.providers.',
          );
          return;
        }
        logger.warn(
          'The development sign-in is on: whoever reaches this backend can sign in as anybody. Set NODE_ENV to production to turn it off.',
        );
        providers.registerProvider({
          providerId: 'development',
          factory: createDevelopmentProvider,
        });
      },
    });
  },
});
