import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  decideSchema,
  Decision,
  PilotListItem,
  proposeSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuthorizedDecisions } from '../service/AuthorizedDecisions';
import { AuthorizedPhases } from '../service/AuthorizedPhases';
import { AuthorizedPilots, PilotsQuery } from '../service/AuthorizedPilots';
import { answerConflict } from './answerConflict';
import { answerCsv, Columns, wantsCsv } from './answerCsv';
import { audited } from './audited';
import { demandColumns } from './createDemandRouter';
import { parseTargetRef, parseWith } from './parse';
import { parseRanking } from './parseRanking';

/** The columns of a list of Pilots as CSV. */
const pilotColumns: Columns<PilotListItem> = [
  ...demandColumns,
  ['readiness', item => item.readiness?.score],
  ['weakest', item => item.readiness?.weakest],
  ['weakestScore', item => item.readiness?.weakestScore],
  ['expiring', item => item.readiness?.expiring],
  ['gateTo', item => item.gate?.to],
  ['left', item => item.gate?.left],
  ['recommended', item => item.recommendation?.code],
  [
    'reasons',
    item => item.recommendation?.reasons.map(({ code }) => code).join(' '),
  ],
  ['proposed', item => item.proposal?.to],
  ['proposedBy', item => item.proposal?.by],
  ['proposedAt', item => item.proposal?.at],
];

/** The columns of decisions as CSV. */
const decisionColumns: Columns<Decision> = [
  ['id', item => item.id],
  ['target', item => item.target],
  ['type', item => item.type],
  ['from', item => item.from],
  ['to', item => item.to],
  ['phase', item => item.phase],
  ['bypass', item => String(item.bypass)],
  ['at', item => item.at],
  ['by', item => item.by],
  ['reason', item => item.reason],
  ['proposedBy', item => item.proposed?.by],
  ['proposedAt', item => item.proposed?.at],
  ['proposedReason', item => item.proposed?.reason],
  ['score', item => item.snapshot?.score],
  ['level', item => item.snapshot?.level],
  ['teams', item => item.snapshot?.teams],
  ['useCases', item => item.snapshot?.useCases],
  ['readiness', item => item.snapshot?.readiness],
  ['weakest', item => item.snapshot?.weakest],
  ['left', item => item.snapshot?.gate?.left.length],
  ['policy', item => item.snapshot?.policy],
];

/** Where Pilots stand, and what is proposed and decided about them. */
export function createPhaseRouter(options: {
  pilots: AuthorizedPilots;
  phases: AuthorizedPhases;
  decisions: AuthorizedDecisions;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  clock: () => Date;
}): Router {
  const { pilots, phases, decisions, httpAuth, auditor, clock } = options;
  const router = PromiseRouter();
  const person = async (request: Request) => ({
    credentials: await httpAuth.credentials(request as any, {
      allow: ['user'],
    }),
  });

  router.get('/pilots', async (request, response) => {
    const query = parsePilots(request.query);
    const asked = await person(request);
    if (wantsCsv(request)) {
      const rows = await pilots.all(query, asked);
      const file = { name: 'pilots', now: clock() };
      await answerCsv(response, file, pilotColumns, rows);
      return;
    }
    response.json(await pilots.list(query, asked));
  });

  router.get('/pilots/:namespace/:name', async (request, response) => {
    const target = parsePilotRef(request.params);
    response.json(await phases.pilot(target, await person(request)));
  });

  router.post(
    '/pilots/:namespace/:name/proposals',
    async (request, response) => {
      const target = parsePilotRef(request.params);
      const command = parseWith(proposeSchema, request.body);
      const asked = await person(request);
      const { pilot, created } = await audited(
        auditor,
        {
          eventId: 'phase-propose',
          request,
          meta: { target, to: command.to, bypass: command.bypass ?? false },
        },
        () => phases.propose(target, command, asked),
      );
      response.status(created ? 201 : 200).json(pilot);
    },
  );

  router.post(
    '/pilots/:namespace/:name/proposals/:id/decision',
    async (request, response) => {
      const target = parsePilotRef(request.params);
      const { id } = request.params;
      const command = parseWith(decideSchema, request.body);
      const asked = await person(request);
      const pilot = await audited(
        auditor,
        {
          eventId: 'phase-decide',
          request,
          meta: { target, id, decision: command.decision },
        },
        () => phases.decide(target, id, command, asked),
      );
      response.json(pilot);
    },
  );

  router.delete(
    '/pilots/:namespace/:name/proposals/:id',
    async (request, response) => {
      const target = parsePilotRef(request.params);
      const { id } = request.params;
      const asked = await person(request);
      const pilot = await audited(
        auditor,
        { eventId: 'phase-withdraw', request, meta: { target, id } },
        () => phases.withdraw(target, id, asked),
      );
      response.json(pilot);
    },
  );

  router.get(
    '/pilots/:namespace/:name/decisions',
    async (request, response) => {
      const target = parsePilotRef(request.params);
      const asked = await person(request);
      if (wantsCsv(request)) {
        const rows = await decisions.all(target, asked);
        const name = `${request.params.name}-decisions`;
        const file = { name, now: clock() };
        await answerCsv(response, file, decisionColumns, rows);
        return;
      }
      const { cursor, limit } = request.query as Record<string, any>;
      const page = { cursor, limit: limit ?? 50 };
      response.json(await decisions.list(target, page, asked));
    },
  );

  router.use(answerConflict());
  return router;
}

function parsePilots(query: Request['query']): PilotsQuery {
  const given = query as Record<string, any>;
  const { filter, ...ranking } = parseRanking(query);
  return {
    ...ranking,
    filter: {
      ...filter,
      recommended: given.recommended,
      proposed: given.proposed,
    },
    expiring: given.expiring,
  };
}

/** The ref of a path that leaves out what all Pilots share. */
export function parsePilotRef(params: {
  namespace: string;
  name: string;
}): string {
  return parseTargetRef({ ...params, kind: 'pilot' });
}
