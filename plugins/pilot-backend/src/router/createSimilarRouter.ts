import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  dismissSchema,
  entityRefSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuthorizedFragmentation } from '../service/AuthorizedFragmentation';
import { AuthorizedSimilar, SimilarTo } from '../service/AuthorizedSimilar';
import { audited } from './audited';
import { parseWith } from './parse';

/** What looks alike, and what teams are about to build twice. */
export function createSimilarRouter(options: {
  similar: AuthorizedSimilar;
  fragmentation: AuthorizedFragmentation;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { similar, fragmentation, httpAuth, auditor } = options;
  const router = PromiseRouter();
  const person = async (request: Request) => ({
    credentials: await httpAuth.credentials(request as any, {
      allow: ['user'],
    }),
  });

  router.get('/similar', async (request, response) => {
    const query = request.query as Record<string, unknown>;
    const to = {
      ...(query as Omit<SimilarTo, 'target' | 'limit'>),
      target: parseTarget(query.target),
      limit: (query.limit as number | undefined) ?? 5,
    };
    response.json(await similar.find(to, await person(request)));
  });

  router.get('/fragmentation', async (request, response) => {
    const query = request.query as Record<string, unknown>;
    const wanted = {
      target: parseTarget(query.target),
      dismissed: query.dismissed === true,
    };
    response.json(await fragmentation.list(wanted, await person(request)));
  });

  router.post('/fragmentation/dismissals', async (request, response) => {
    const dismissal = parseWith(dismissSchema, request.body);
    const asked = await person(request);
    const { key } = dismissal;
    const dismissed = await audited(
      auditor,
      { eventId: 'fragmentation-dismiss', request, meta: { key } },
      () => fragmentation.dismiss(dismissal, asked),
    );
    response.json(dismissed);
  });

  router.delete('/fragmentation/dismissals/:id', async (request, response) => {
    const { id } = request.params;
    const asked = await person(request);
    await audited(
      auditor,
      { eventId: 'fragmentation-restore', request, meta: { id } },
      () => fragmentation.restore(id, asked),
    );
    response.status(204).end();
  });

  return router;
}

function parseTarget(value: unknown): string | undefined {
  return value === undefined ? undefined : parseWith(entityRefSchema(), value);
}
