import { parseEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { listInterestsQuerySchema } from '@pilot-to-platform/plugin-pilot-common';
import { interestColumns } from './interestColumns';
import {
  InterestList,
  InterestsPageQuery,
  InterestsQuery,
} from './InterestList';
import { whoMay } from '../kernel/access/whoMay';
import { answerCsv, largeAsCsv, wantsCsv } from '../kernel/http/answerCsv';
import { parseQuery } from '../kernel/http/parseQuery';
import { Route, route } from '../kernel/http/Route';

/** Lists of interests, in pages or whole as CSV. */
export function listingRoutes(services: {
  listing: InterestList;
  clock: () => Date;
}): Route[] {
  const { listing, clock } = services;
  return [
    route({
      method: 'get',
      path: '/interests',
      who: whoMay.listInterests,
      audit: {
        unaudited: 'A page of what the caller may read anyway.',
        csvEventId: 'interest-csv',
      },
      cost: largeAsCsv,
      parse: ({ query }) => parseListing(query),
      meta: ({ listed }) => ({ filter: withoutAbsent(listed) }),
      handle: async ({ parsed, options, request, response, note }) => {
        const { listed, page } = parsed;
        if (wantsCsv(request)) {
          const rows = await listing.all(listed, options);
          const file = { name: `${nameOf(listed)}-interests`, now: clock() };
          note(await answerCsv(response, file, interestColumns, rows));
          return;
        }
        response.json(await listing.list({ ...listed, ...page }, options));
      },
    }),
  ];
}

/** Returns what was given of a query, as JSON. */
function withoutAbsent(query: InterestsQuery): JsonObject {
  return JSON.parse(JSON.stringify(query));
}

function parseListing(query: object): {
  readonly listed: InterestsQuery;
  readonly page: Pick<InterestsPageQuery, 'cursor' | 'limit' | 'total'>;
} {
  const { cursor, limit, total, status, ...filter } = parseQuery(
    listInterestsQuerySchema,
    query,
  );
  return {
    listed: { ...filter, statuses: status },
    page: { cursor, limit, total },
  };
}

/** Names a file of these interests. */
function nameOf({ target }: InterestsQuery): string {
  return target ? parseEntityRef(target).name : 'pilot';
}
