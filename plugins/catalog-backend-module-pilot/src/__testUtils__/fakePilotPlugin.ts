import { json } from 'node:stream/consumers';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { EventsService, eventsServiceRef } from '@backstage/plugin-events-node';
import { projectionTopic } from '@pilot-to-platform/plugin-pilot-common';
import { FakeFeed } from './FakeFeed';

/** Serves a feed in memory as the pilot backend does. */
export function fakePilotPlugin(feed: FakeFeed) {
  let events: EventsService | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'pilot',
    register: env =>
      env.registerInit({
        deps: {
          events: eventsServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter, ...deps }) {
          events = deps.events;
          httpRouter.use(async (req, res, next) => {
            try {
              const { principal } = await httpAuth.credentials(req, {
                allow: ['service'],
              });
              const { pathname, searchParams } = new URL(
                req.url,
                'http://feed',
              );
              if (principal.subject !== 'plugin:catalog') {
                res.status(403).end();
              } else if (pathname === '/internal/projection') {
                res.json(
                  await feed.read({
                    since: Number(searchParams.get('since')),
                    epoch: searchParams.get('epoch') ?? undefined,
                  }),
                );
              } else {
                const body = (await json(req)) as any;
                await feed.acknowledge(body);
                res.status(204).end();
              }
            } catch (error) {
              next(error);
            }
          });
        },
      }),
  });
  return {
    plugin,
    /** Wakes the readers of this portal. */
    announce: () =>
      events!.publish({
        topic: projectionTopic,
        eventPayload: { sequence: feed.sequence },
      }),
  };
}
