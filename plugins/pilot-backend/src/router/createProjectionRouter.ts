import { AuthService, HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { ProjectionFeed } from '../service/ProjectionFeed';
import { parseWith } from './parse';

const epoch = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

const pageSchema = z.object({
  since: z.coerce.number().int().min(0).default(0),
  epoch: epoch.optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(2000),
});

const acknowledgementSchema = z.strictObject({
  epoch,
  sequence: z.number().int().min(0),
});

/** The feed of the projection: for the catalog module of the same portal only. */
export function createProjectionRouter(options: {
  feed: ProjectionFeed;
  auth: AuthService;
  httpAuth: HttpAuthService;
}): Router {
  const { feed, auth, httpAuth } = options;
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
    response.json(await feed.read(parseWith(pageSchema, request.query)));
  });

  router.post(
    '/internal/projection/acknowledged',
    async (request, response) => {
      await requireCatalog(request);
      await feed.acknowledge(parseWith(acknowledgementSchema, request.body));
      response.status(204).end();
    },
  );

  return router;
}
