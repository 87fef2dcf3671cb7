import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import PromiseRouter from 'express-promise-router';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks, which are part of each value. */
const resolution = 2;

/** Tells the longest that the process did nothing else, since it was last asked. */
export const loopPlugin = createBackendPlugin({
  pluginId: 'loop',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const delays = monitorEventLoopDelay({ resolution });
        delays.enable();
        const router = PromiseRouter();
        router.get('/longest', async (_, response) => {
          const ms = Math.max(0, delays.max / 1e6 - resolution);
          delays.reset();
          response.json({ ms });
        });
        httpRouter.use(router);
        httpRouter.addAuthPolicy({
          path: '/longest',
          allow: 'unauthenticated',
        });
      },
    });
  },
});
