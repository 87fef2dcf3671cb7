import { Adoption, rateSchema } from '@pilot-to-platform/plugin-pilot-common';
import { AdoptionService } from './AdoptionService';
import { whoMay } from '../kernel/access/whoMay';
import {
  answerCsv,
  Columns,
  largeAsCsv,
  wantsCsv,
} from '../kernel/http/answerCsv';
import { parsePilotRef } from '../kernel/http/parse';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** The columns of adopting teams as CSV. */
const columns: Columns<Adoption['teams'][number]> = [
  ['team', each => each.team],
  ['askedAt', each => each.askedAt],
  ['adoptedAt', each => each.adoptedAt],
  ['withoutHands', ({ withoutHands: is }) => (is === null ? '' : String(is))],
  ['score', each => each.score],
  ['note', each => each.note],
];

/** Routes that show whom Pilots serve and how well, and take ratings. */
export function adoptionRoutes(services: {
  adoption: AdoptionService;
  clock: () => Date;
}): Route[] {
  const { adoption, clock } = services;
  return [
    route({
      method: 'get',
      path: '/pilots/:namespace/:name/adoption',
      who: whoMay.readPilot,
      audit: {
        unaudited: 'One Pilot of those that the caller sees anyway.',
        csvEventId: 'adoption-csv',
      },
      cost: largeAsCsv,
      parse: ({ params }) => ({
        target: parsePilotRef(params),
        name: params.name,
      }),
      meta: ({ target }) => ({ target }),
      handle: async ({ parsed, options, request, response, note }) => {
        const found = await adoption.adoption(parsed.target, options);
        if (!wantsCsv(request)) {
          response.json(found);
          return;
        }
        const file = { name: `${parsed.name}-adoption`, now: clock() };
        note(await answerCsv(response, file, columns, found.teams));
      },
    }),
    route({
      method: 'put',
      path: '/pilots/:namespace/:name/satisfaction',
      who: whoMay.rate,
      audit: { eventId: 'pilot-rate', severity: 'medium' },
      cost: 'small',
      body: jsonBody(rateSchema),
      parse: ({ params }, body) => ({
        target: parsePilotRef(params),
        command: body,
      }),
      meta: ({ target, command: { team } }) => ({ target, team }),
      handle: async ({ parsed: { target, command }, options, response }) => {
        response.json(await adoption.rate(target, command, options));
      },
    }),
  ];
}
