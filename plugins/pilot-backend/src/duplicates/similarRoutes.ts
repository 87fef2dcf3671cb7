import {
  dismissSchema,
  fragmentationQuerySchema,
  similarQuerySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { FragmentationService } from './FragmentationService';
import { SimilarService, SimilarTo } from './SimilarService';
import { whoMay } from '../kernel/access/whoMay';
import { parseQuery } from '../kernel/http/parseQuery';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** Routes for similar targets and for what teams could build twice. */
export function similarRoutes(services: {
  similar: SimilarService;
  fragmentation: FragmentationService;
}): Route[] {
  const { similar, fragmentation } = services;
  return [
    route({
      method: 'get',
      path: '/similar',
      who: whoMay.readDemand,
      audit: { unaudited: 'Entities that the caller sees anyway.' },
      cost: 'small',
      parse: ({ query }): SimilarTo => parseQuery(similarQuerySchema, query),
      handle: async ({ parsed, options, response }) => {
        response.json(await similar.find(parsed, options));
      },
    }),
    route({
      method: 'get',
      path: '/fragmentation',
      who: whoMay.readDemand,
      audit: { unaudited: 'Entities that the caller sees anyway.' },
      cost: 'large',
      parse: ({ query }) => {
        const { target, dismissed = false } = parseQuery(
          fragmentationQuerySchema,
          query,
        );
        return { target, dismissed };
      },
      handle: async ({ parsed, options, response }) => {
        response.json(await fragmentation.list(parsed, options));
      },
    }),
    route({
      method: 'post',
      path: '/fragmentation/dismissals',
      who: whoMay.dismiss,
      audit: { eventId: 'fragmentation-dismiss', severity: 'medium' },
      cost: 'small',
      body: jsonBody(dismissSchema),
      parse: (_, body) => body,
      meta: ({ key }) => ({ key }),
      handle: async ({ parsed, options, response }) => {
        response.json(await fragmentation.dismiss(parsed, options));
      },
    }),
    route({
      method: 'delete',
      path: '/fragmentation/dismissals/:id',
      who: whoMay.dismiss,
      audit: { eventId: 'fragmentation-restore', severity: 'medium' },
      cost: 'small',
      parse: ({ params }) => ({ id: params.id }),
      meta: ({ id }) => ({ id }),
      handle: async ({ parsed: { id }, options, response }) => {
        await fragmentation.restore(id, options);
        response.status(204).end();
      },
    }),
  ];
}
