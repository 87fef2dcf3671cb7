import {
  decideSchema,
  Decision,
  listPilotsQuerySchema,
  pageQuerySchema,
  PilotListItem,
  proposeSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { DecisionService } from './DecisionService';
import { PhaseAdoptionService } from './PhaseAdoptionService';
import { PhaseService } from './PhaseService';
import { PilotListService, PilotsQuery } from './PilotListService';
import { whoMay } from '../kernel/access/whoMay';
import {
  answerCsv,
  Columns,
  largeAsCsv,
  largeAsCsvOrPast,
  wantsCsv,
} from '../kernel/http/answerCsv';
import { demandColumns } from '../demand/demandRoutes';
import { toRanking } from '../demand/parseRanking';
import { parsePilotRef } from '../kernel/http/parse';
import { parseQuery } from '../kernel/http/parseQuery';
import { jsonBody, Route, route } from '../kernel/http/Route';

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

const onePilot = 'One Pilot of those that the caller sees anyway.';
const path = '/pilots/:namespace/:name';

/** Routes for phases of Pilots, and for proposals and decisions. */
export function phaseRoutes(services: {
  pilots: PilotListService;
  phases: PhaseService;
  phaseAdoption: PhaseAdoptionService;
  decisions: DecisionService;
  clock: () => Date;
}): Route[] {
  const { pilots, phases, phaseAdoption, decisions, clock } = services;
  return [
    route({
      method: 'get',
      path: '/pilots',
      who: whoMay.readPilot,
      audit: {
        unaudited: 'A page of sums, without who asked.',
        csvEventId: 'pilots-csv',
      },
      cost: largeAsCsvOrPast,
      parse: ({ query }) => parsePilots(query, clock()),
      handle: async ({ parsed, options, request, response, note }) => {
        if (!wantsCsv(request)) {
          response.json(await pilots.list(parsed, options));
          return;
        }
        const rows = await pilots.all(parsed, options);
        const file = { name: 'pilots', now: clock() };
        note(await answerCsv(response, file, pilotColumns, rows));
      },
    }),
    route({
      method: 'post',
      path: '/pilots/declared-phases',
      who: whoMay.administer,
      audit: { eventId: 'phase-adopt', severity: 'high' },
      cost: 'large',
      parse: () => undefined,
      handle: async ({ options, response, note }) => {
        const result = await phaseAdoption.adopt(options);
        note({ adopted: result.adopted.length });
        response.json(result);
      },
    }),
    route({
      method: 'get',
      path,
      who: whoMay.readPilot,
      audit: { unaudited: onePilot },
      cost: 'small',
      parse: ({ params }) => parsePilotRef(params),
      handle: async ({ parsed, options, response }) => {
        response.json(await phases.pilot(parsed, options));
      },
    }),
    route({
      method: 'post',
      path: `${path}/proposals`,
      who: whoMay.propose,
      audit: { eventId: 'phase-propose', severity: 'medium' },
      cost: 'small',
      body: jsonBody(proposeSchema),
      parse: ({ params }, body) => ({
        target: parsePilotRef(params),
        command: body,
      }),
      meta: ({ target, command: { to, bypass = false } }) => ({
        target,
        to,
        bypass,
      }),
      handle: async ({ parsed: { target, command }, options, response }) => {
        const { pilot, created } = await phases.propose(
          target,
          command,
          options,
        );
        response.status(created ? 201 : 200).json(pilot);
      },
    }),
    route({
      method: 'post',
      path: `${path}/proposals/:id/decision`,
      who: whoMay.decide,
      audit: { eventId: 'phase-decide', severity: 'high' },
      cost: 'small',
      body: jsonBody(decideSchema),
      parse: ({ params }, body) => ({
        target: parsePilotRef(params),
        id: params.id,
        command: body,
      }),
      meta: ({ target, id, command: { decision } }) => ({
        target,
        id,
        decision,
      }),
      handle: async ({
        parsed: { target, id, command },
        options,
        response,
      }) => {
        response.json(await phases.decide(target, id, command, options));
      },
    }),
    route({
      method: 'delete',
      path: `${path}/proposals/:id`,
      who: whoMay.withdrawProposal,
      audit: { eventId: 'phase-withdraw', severity: 'medium' },
      cost: 'small',
      parse: ({ params }) => ({
        target: parsePilotRef(params),
        id: params.id,
      }),
      meta: ({ target, id }) => ({ target, id }),
      handle: async ({ parsed: { target, id }, options, response }) => {
        response.json(await phases.withdraw(target, id, options));
      },
    }),
    route({
      method: 'get',
      path: `${path}/decisions`,
      who: whoMay.readPilot,
      audit: { unaudited: onePilot, csvEventId: 'decisions-csv' },
      cost: largeAsCsv,
      parse: ({ params, query }) => ({
        target: parsePilotRef(params),
        name: params.name,
        page: parseQuery(pageQuerySchema, query),
      }),
      meta: ({ target }) => ({ target }),
      handle: async ({ parsed, options, request, response, note }) => {
        const { target, page } = parsed;
        if (wantsCsv(request)) {
          const rows = await decisions.all(target, options);
          const file = { name: `${parsed.name}-decisions`, now: clock() };
          note(await answerCsv(response, file, decisionColumns, rows));
          return;
        }
        response.json(await decisions.list(target, page, options));
      },
    }),
  ];
}

function parsePilots(given: object, now: Date): PilotsQuery {
  const { expiring, ...query } = parseQuery(listPilotsQuerySchema, given);
  return { ...toRanking(query, now), expiring };
}
