import { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  entityRefSchema,
  Interest,
} from '@pilot-to-platform/plugin-pilot-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuthorizedListing, ListingQuery } from '../service/AuthorizedListing';
import { answerCsv, Columns, wantsCsv } from './answerCsv';
import { parseWith } from './parse';

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
];

/** Lists of interests, in pages or whole as CSV. */
export function createListingRouter(options: {
  listing: AuthorizedListing;
  httpAuth: HttpAuthService;
  clock: () => Date;
}): Router {
  const { listing, httpAuth, clock } = options;
  const router = PromiseRouter();

  router.get('/interests', async (request, response) => {
    const query = parseListing(request.query);
    const asked = {
      credentials: await httpAuth.credentials(request as any, {
        allow: ['user'],
      }),
    };
    if (wantsCsv(request)) {
      const rows = await listing.all(query, asked);
      const name = `${nameOf(query)}-interests`;
      await answerCsv(response, { name, now: clock() }, columns, rows);
      return;
    }
    const { cursor, limit, total } = request.query as Record<string, any>;
    response.json(
      await listing.list(
        { ...query, cursor, total, limit: limit ?? 50 },
        asked,
      ),
    );
  });

  return router;
}

function parseListing(query: Request['query']): ListingQuery {
  const given = query as Record<string, any>;
  const ref = (value?: string, kind?: string) =>
    value === undefined
      ? undefined
      : parseWith(entityRefSchema({ kind }), value);
  return {
    target: ref(given.target),
    team: ref(given.team, 'group'),
    author: given.author === 'me' ? 'me' : ref(given.author, 'user'),
    owner: ref(given.owner),
    statuses: given.status,
    internal: given.internal,
    confirmDue: given.confirmDue,
  };
}

/** What a file of these interests is called after. */
function nameOf({ target }: ListingQuery): string {
  return target ? parseEntityRef(target).name : 'pilot';
}
