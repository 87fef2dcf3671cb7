import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AuthorizedPilotService } from '../service/AuthorizedPilotService';
import { InterestImporter } from '../service/InterestImporter';
import { audited } from './audited';

/** Import and export of JSON lines, for services and administrators. */
export function createExchangeRouter(options: {
  service: AuthorizedPilotService;
  importer: InterestImporter;
  exportLines: () => AsyncIterable<string>;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { service, importer, exportLines, httpAuth, auditor } = options;
  const router = PromiseRouter();
  const caller = async (request: Request) => ({
    credentials: await httpAuth.credentials(request as any, {
      allow: ['user', 'service'],
    }),
  });

  router.post('/import', async (request, response) => {
    const asked = await caller(request);
    const result = await audited(
      auditor,
      { eventId: 'interest-import', request },
      async () => {
        await service.requireAdmin(asked);
        if (typeof request.body !== 'string') {
          throw new InputError(
            'The body must be JSON lines, with the content type application/x-ndjson',
          );
        }
        return importer.import(request.body);
      },
    );
    response.json(result);
  });

  router.get('/export', async (request, response) => {
    const asked = await caller(request);
    await audited(
      auditor,
      { eventId: 'interest-export', request },
      async () => {
        await service.requireAdmin(asked);
        response.type('application/x-ndjson');
        await pipeline(Readable.from(exportLines()), response);
      },
    );
  });

  return router;
}
