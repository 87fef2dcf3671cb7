import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { rateSchema } from '@pilot-to-platform/plugin-pilot-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuthorizedAdoption } from '../service/AuthorizedAdoption';
import { audited } from './audited';
import { parsePilotRef } from './createPhaseRouter';
import { parseWith } from './parse';

/** Whom Pilots serve, and how well it works for them. */
export function createAdoptionRouter(options: {
  adoption: AuthorizedAdoption;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { adoption, httpAuth, auditor } = options;
  const router = PromiseRouter();
  const person = async (request: Request) => ({
    credentials: await httpAuth.credentials(request as any, {
      allow: ['user'],
    }),
  });

  router.get('/pilots/:namespace/:name/adoption', async (request, response) => {
    const target = parsePilotRef(request.params);
    response.json(await adoption.adoption(target, await person(request)));
  });

  router.put(
    '/pilots/:namespace/:name/satisfaction',
    async (request, response) => {
      const target = parsePilotRef(request.params);
      const command = parseWith(rateSchema, request.body);
      const asked = await person(request);
      const { team } = command;
      const rated = await audited(
        auditor,
        { eventId: 'pilot-rate', request, meta: { target, team } },
        () => adoption.rate(target, command, asked),
      );
      response.json(rated);
    },
  );

  return router;
}
