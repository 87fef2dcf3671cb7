import { AuthService, HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { ProjectionPage } from '@pilot-to-platform/plugin-pilot-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Knex } from 'knex';
import { z } from 'zod';
import {
  acknowledgeFeed,
  numberPending,
  readFeedState,
} from '../store/operations/feed';
import { readProjection } from '../store/operations/readProjection';
import { parseWith } from './parse';

const pageSchema = z.object({
  since: z.coerce.number().int().min(0).default(0),
  epoch: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(2000),
});

const acknowledgementSchema = z.strictObject({
  epoch: z.string(),
  sequence: z.number().int().min(0),
});

/** The feed of the projection: for the catalog module of the same portal only. */
export function createProjectionRouter(options: {
  knex: Knex;
  auth: AuthService;
  httpAuth: HttpAuthService;
}): Router {
  const { knex, auth, httpAuth } = options;
  const router = PromiseRouter();
  const requireCatalog = async (request: Request) => {
    const credentials = await httpAuth.credentials(request as any, {
      allow: ['service'],
    });
    if (
      !auth.isPrincipal(credentials, 'service') ||
      credentials.principal.subject !== 'plugin:catalog'
    ) {
      throw new NotAllowedError('Only the catalog reads the projection');
    }
  };

  router.get('/internal/projection', async (request, response) => {
    await requireCatalog(request);
    const query = parseWith(pageSchema, request.query);
    await numberPending(knex);
    const state = await readFeedState(knex);
    // A reader of another feed, or one ahead of a restored one, starts again.
    const foreign =
      (query.epoch !== undefined && query.epoch !== state.epoch) ||
      query.since > state.sequence;
    const changes = await readProjection(knex, {
      since: foreign ? 0 : query.since,
      limit: query.limit,
    });
    const page: ProjectionPage = {
      epoch: state.epoch,
      sequence: changes.at(-1)?.seq ?? state.sequence,
      more: changes.length === query.limit,
      acknowledged: state.acknowledged,
      changes,
    };
    response.json(page);
  });

  router.post(
    '/internal/projection/acknowledged',
    async (request, response) => {
      await requireCatalog(request);
      await acknowledgeFeed(
        knex,
        parseWith(acknowledgementSchema, request.body),
      );
      response.status(204).end();
    },
  );

  return router;
}
