import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import PromiseRouter from 'express-promise-router';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks, which are part of each value. */
const resolution = 2;

/** Processor time of this thread, in milliseconds. */
function busy(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Tells the longest that the process did nothing else since it was last asked, and
 * the most processor time between two turns, which other programs do not lengthen.
 */
export const loopPlugin = createBackendPlugin({
  pluginId: 'loop',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const delays = monitorEventLoopDelay({ resolution });
        delays.enable();
        let before = busy();
        let most = 0;
        setInterval(() => {
          const now = busy();
          most = Math.max(most, now - before);
          before = now;
        }, 1).unref();
        const router = PromiseRouter();
        router.get('/longest', async (_, response) => {
          const ms = Math.max(0, delays.max / 1e6 - resolution);
          response.json({ ms, busyMs: most });
          delays.reset();
          most = 0;
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
