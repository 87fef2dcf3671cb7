import { parseEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { Request } from 'express';
import { AuthorizedListing, ListingQuery } from './AuthorizedListing';
import { whoMay } from '../kernel/access/whoMay';
import {
  answerCsv,
  Columns,
  largeAsCsv,
  wantsCsv,
} from '../kernel/http/answerCsv';
import { parseRef } from '../kernel/http/parse';
import { Route, route } from '../kernel/http/Route';

/** The columns of a list as CSV. */
const columns: Columns<Interest> = [
  ['id', item => item.id],
  ['target', item => item.target],
  ['targetTitle', item => item.targetTitle],
  ['team', item => item.team],
  ['author', item => item.author],
  ['onBehalf', item => String(item.onBehalf)],
  ['useCaseKey', item => item.useCaseKey],
  ['urgency', item => item.urgency],
  ['status', item => item.status],
  ['statusNote', item => item.statusNote],
  ['statusAt', item => item.statusAt],
  ['statusBy', item => item.statusBy],
  ['useCase', item => item.useCase],
  ['alternative', item => item.alternative],
  ['neededBy', item => item.neededBy],
  ['expectedUsage', item => item.expectedUsage],
  ['otherwise', item => item.otherwise],
  ['contribute', item => String(item.contribute)],
  ['specificity', item => item.specificity],
  ['internal', item => String(item.internal)],
  ['confirmDue', item => String(item.confirmDue)],
  ['createdAt', item => item.createdAt],
  ['confirmedAt', item => item.confirmedAt],
  ['updatedAt', item => item.updatedAt],
  ['targetGone', item => String(item.targetGone)],
  ['movedAway', item => String(item.movedAway)],
];

/** Lists of interests, in pages or whole as CSV. */
export function listingRoutes(services: {
  listing: AuthorizedListing;
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
      meta: query => ({ filter: withoutAbsent(query) }),
      handle: async ({ parsed, options, request, response, note }) => {
        if (wantsCsv(request)) {
          const rows = await listing.all(parsed, options);
          const file = { name: `${nameOf(parsed)}-interests`, now: clock() };
          note(await answerCsv(response, file, columns, rows));
          return;
        }
        const { cursor, limit, total } = request.query as Record<string, any>;
        const page = { ...parsed, cursor, total, limit: limit ?? 50 };
        response.json(await listing.list(page, options));
      },
    }),
  ];
}

/** What of a query was given, as JSON. */
function withoutAbsent(query: ListingQuery): JsonObject {
  return JSON.parse(JSON.stringify(query));
}

function parseListing(query: Request['query']): ListingQuery {
  const given = query as Record<string, any>;
  const ref = (name: string, kind?: string) =>
    given[name] === undefined ? undefined : parseRef(name, given[name], kind);
  return {
    target: ref('target'),
    team: ref('team', 'group'),
    author: given.author === 'me' ? 'me' : ref('author', 'user'),
    owner: ref('owner'),
    statuses: given.status,
    internal: given.internal,
    confirmDue: given.confirmDue,
  };
}

/** What a file of these interests is called after. */
function nameOf({ target }: ListingQuery): string {
  return target ? parseEntityRef(target).name : 'pilot';
}
