import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { setStatusSchema } from '@pilot-to-platform/plugin-pilot-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuthorizedTriage } from '../service/AuthorizedTriage';
import { answerConflict } from './answerConflict';
import { audited } from './audited';
import { parseWith } from './parse';

/** What owners answer. */
export function createTriageRouter(options: {
  triage: AuthorizedTriage;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { triage, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.put('/interests/:id/status', async (request, response) => {
    const { id } = request.params;
    const command = parseWith(setStatusSchema, request.body);
    const credentials = await httpAuth.credentials(request as any, {
      allow: ['user'],
    });
    const recorded = await audited(
      auditor,
      {
        eventId: 'interest-status',
        request,
        meta: { id, status: command.status },
      },
      () => triage.setStatus(id, command, { credentials }),
    );
    response.json(recorded);
  });

  router.use(answerConflict());
  return router;
}
