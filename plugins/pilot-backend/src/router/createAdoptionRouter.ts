import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { Adoption, rateSchema } from '@pilot-to-platform/plugin-pilot-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuthorizedAdoption } from '../service/AuthorizedAdoption';
import { answerCsv, Columns, wantsCsv } from './answerCsv';
import { audited } from './audited';
import { parsePilotRef } from './createPhaseRouter';
import { parseWith } from './parse';

/** The columns of adopting teams as CSV. */
const columns: Columns<Adoption['teams'][number]> = [
  ['team', each => each.team],
  ['askedAt', each => each.askedAt],
  ['adoptedAt', each => each.adoptedAt],
  ['withoutHands', ({ withoutHands: is }) => (is === null ? '' : String(is))],
  ['score', each => each.score],
  ['note', each => each.note],
];

/** Whom Pilots serve, and how well it works for them. */
export function createAdoptionRouter(options: {
  adoption: AuthorizedAdoption;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  clock: () => Date;
}): Router {
  const { adoption, httpAuth, auditor, clock } = options;
  const router = PromiseRouter();
  const person = async (request: Request) => ({
    credentials: await httpAuth.credentials(request as any, {
      allow: ['user'],
    }),
  });

  router.get('/pilots/:namespace/:name/adoption', async (request, response) => {
    const target = parsePilotRef(request.params);
    const found = await adoption.adoption(target, await person(request));
    if (!wantsCsv(request)) {
      response.json(found);
      return;
    }
    const name = `${request.params.name}-adoption`;
    const rows = async function* rows() {
      yield* found.teams;
    };
    await answerCsv(response, { name, now: clock() }, columns, rows());
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
