import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { mergeSchema } from '@pilot-to-platform/plugin-pilot-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuthorizedMerge } from '../service/AuthorizedMerge';
import { audited } from './audited';
import { parseWith } from './parse';

/** Interest that moves to another target, and interest that lost its own. */
export function createMergeRouter(options: {
  merging: AuthorizedMerge;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { merging, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.post('/merges', async (request, response) => {
    const command = parseWith(mergeSchema, request.body);
    const credentials = await httpAuth.credentials(request as any, {
      allow: ['user'],
    });
    const { from, into } = command;
    const result = await audited(
      auditor,
      { eventId: 'interest-merge', request, meta: { from, into } },
      () => merging.merge(command, { credentials }),
    );
    response.json(result);
  });

  router.get('/orphans', async (request, response) => {
    const { cursor, limit } = request.query as Record<string, unknown>;
    const credentials = await httpAuth.credentials(request as any, {
      allow: ['user', 'service'],
    });
    const page = await merging.orphans(
      {
        cursor: cursor as string | undefined,
        limit: (limit as number | undefined) ?? 50,
      },
      { credentials },
    );
    response.json(page);
  });

  return router;
}
