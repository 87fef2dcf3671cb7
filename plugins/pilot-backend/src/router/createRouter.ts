import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { recordInterestSchema } from '@pilot-to-platform/plugin-pilot-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openapiDocument } from '../openapi/document';
import { AuthorizedPilotService } from '../service/AuthorizedPilotService';
import { audited } from './audited';
import { parseAsOf, parseTargetRef, parseWith } from './parse';
import {
  explainInvalid,
  parseBodies,
  refuseUnknown,
  validateRequests,
} from './validateRequests';

/**
 * The REST API: parse, credentials, service, status. It knows no rule. The
 * further routers share its parsing, validation and errors.
 */
export function createRouter(
  options: {
    service: AuthorizedPilotService;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  },
  further: readonly Router[],
): Router {
  const { service, httpAuth, auditor } = options;
  const router = PromiseRouter();
  const person = async (request: Request) => ({
    credentials: await httpAuth.credentials(request as any, {
      allow: ['user'],
    }),
  });

  router.use(...parseBodies());
  router.get('/openapi.json', (_, response) => {
    response.json(openapiDocument);
  });
  router.use(...validateRequests());

  router.put('/interests/:kind/:namespace/:name', async (request, response) => {
    const target = parseTargetRef(request.params);
    const command = parseWith(recordInterestSchema, request.body);
    const asked = await person(request);
    const { created, ...recorded } = await audited(
      auditor,
      { eventId: 'interest-record', request, meta: { target } },
      () => service.record(target, command, asked),
    );
    response.status(created ? 201 : 200).json(recorded);
  });

  router.delete('/interests/:id', async (request, response) => {
    const { id } = request.params;
    const asked = await person(request);
    const recorded = await audited(
      auditor,
      { eventId: 'interest-withdraw', request, meta: { id } },
      () => service.withdraw(id, asked),
    );
    response.json(recorded);
  });

  router.post('/interests/:id/confirm', async (request, response) => {
    const { id } = request.params;
    const asked = await person(request);
    const recorded = await audited(
      auditor,
      { eventId: 'interest-confirm', request, meta: { id } },
      () => service.confirm(id, asked),
    );
    response.json(recorded);
  });

  router.get('/demand/:kind/:namespace/:name', async (request, response) => {
    const target = parseTargetRef(request.params);
    const asOf = parseAsOf(request.query.asOf);
    response.json(await service.demand(target, asOf, await person(request)));
  });

  router.get('/policy', async (request, response) => {
    response.json(await service.policy(await person(request)));
  });

  for (const each of further) {
    router.use(each);
  }
  router.use(refuseUnknown());
  router.use(explainInvalid());
  return router;
}
