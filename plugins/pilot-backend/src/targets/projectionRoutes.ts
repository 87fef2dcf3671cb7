import { z } from 'zod';
import { ProjectionFeed } from './ProjectionFeed';
import { whoMay } from '../kernel/access/whoMay';
import { parseWith } from '../kernel/http/parse';
import { jsonBody, Route, route } from '../kernel/http/Route';

const epoch = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

const pageSchema = z.object({
  since: z.coerce.number().int().min(0).default(0),
  epoch: epoch.optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(2000),
  /** Seconds that the answer may wait for a change. */
  wait: z.coerce.number().int().min(0).max(25).default(0),
});

const acknowledgementSchema = z.strictObject({
  epoch,
  sequence: z.number().int().min(0),
});

/** The feed of the projection: for the catalog module of the same portal only. */
export function projectionRoutes({ feed }: { feed: ProjectionFeed }): Route[] {
  return [
    route({
      method: 'get',
      path: '/internal/projection',
      who: whoMay.feedCatalog,
      audit: { unaudited: 'The catalog asks all the time.' },
      cost: 'small',
      parse: ({ query }) => parseWith(pageSchema, query),
      handle: async ({ parsed: { wait, ...position }, response }) => {
        const gone = new AbortController();
        response.on('close', () => gone.abort());
        response.json(
          await feed.readWhenChanged(position, {
            milliseconds: wait * 1000,
            signal: gone.signal,
          }),
        );
      },
    }),
    route({
      method: 'post',
      path: '/internal/projection/acknowledged',
      who: whoMay.feedCatalog,
      audit: { unaudited: 'The catalog says how far it has read.' },
      cost: 'small',
      body: jsonBody(acknowledgementSchema),
      parse: (_, body) => body,
      handle: async ({ parsed, response }) => {
        await feed.acknowledge(parsed);
        response.status(204).end();
      },
    }),
  ];
}
