import { mergeSchema } from '@pilot-to-platform/plugin-pilot-common';
import { AuthorizedMerge } from '../service/AuthorizedMerge';
import { whoMay } from '../service/whoMay';
import { parseWith } from './parse';
import { jsonBody, Route, route } from './Route';

/** Interest that moves to another target, and interest that lost its own. */
export function mergeRoutes({
  merging,
}: {
  merging: AuthorizedMerge;
}): Route[] {
  return [
    route({
      method: 'post',
      path: '/merges',
      who: whoMay.merge,
      audit: { eventId: 'interest-merge', severity: 'high' },
      cost: 'small',
      body: jsonBody(),
      parse: ({ body }) => parseWith(mergeSchema, body),
      meta: ({ from, into }) => ({ from, into }),
      handle: async ({ parsed, asked, response }) => {
        response.json(await merging.merge(parsed, asked));
      },
    }),
    route({
      method: 'get',
      path: '/orphans',
      who: whoMay.administer,
      audit: {
        unaudited: 'Counts of interest in what is gone, without names.',
      },
      cost: 'small',
      parse: ({ query }) => ({
        cursor: query.cursor as string | undefined,
        limit: (query.limit as number | undefined) ?? 50,
      }),
      handle: async ({ parsed, asked, response }) => {
        response.json(await merging.orphans(parsed, asked));
      },
    }),
  ];
}
