import {
  mergeSchema,
  movePersonSchema,
  moveTeamSchema,
  pageQuerySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { Request } from 'express';
import { MoveService } from './MoveService';
import { MergeService } from './MergeService';
import { whoMay } from '../kernel/access/whoMay';
import { parseQuery } from '../kernel/http/parseQuery';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** Interest that moves to another target, and interest that lost its own. */
export function mergeRoutes({
  merging,
  moves,
}: {
  merging: MergeService;
  moves: MoveService;
}): Route[] {
  return [
    route({
      method: 'post',
      path: '/merges',
      who: whoMay.merge,
      audit: { eventId: 'interest-merge', severity: 'high' },
      cost: 'small',
      body: jsonBody(mergeSchema),
      parse: (_, body) => body,
      meta: ({ from, into }) => ({ from, into }),
      handle: async ({ parsed, options, response }) => {
        response.json(await merging.merge(parsed, options));
      },
    }),
    route({
      method: 'get',
      path: '/orphans',
      who: whoMay.administer,
      audit: {
        unaudited: 'Counts of interest in what is gone, without names.',
      },
      cost: 'small',
      parse: parsePage,
      handle: async ({ parsed, options, response }) => {
        response.json(await merging.orphans(parsed, options));
      },
    }),
    route({
      method: 'post',
      path: '/merges/teams',
      who: whoMay.administer,
      audit: { eventId: 'team-move', severity: 'high' },
      body: jsonBody(moveTeamSchema),
      cost: 'large',
      parse: (_, body) => body,
      meta: ({ from, into }) => ({ from, into }),
      handle: async ({ parsed, options, response }) => {
        response.json(await moves.move('team', parsed, options));
      },
    }),
    route({
      method: 'post',
      path: '/merges/persons',
      who: whoMay.administer,
      audit: { eventId: 'person-move', severity: 'high' },
      body: jsonBody(movePersonSchema),
      cost: 'large',
      parse: (_, body) => body,
      meta: ({ from, into }) => ({ from, into }),
      handle: async ({ parsed, options, response }) => {
        response.json(await moves.move('author', parsed, options));
      },
    }),
    route({
      method: 'get',
      path: '/orphans/teams',
      who: whoMay.administer,
      audit: { unaudited: 'Counts of interest of teams that are gone.' },
      cost: 'small',
      parse: parsePage,
      handle: async ({ parsed, options, response }) => {
        response.json(await moves.orphanedTeams(parsed, options));
      },
    }),
    route({
      method: 'get',
      path: '/orphans/persons',
      who: whoMay.administer,
      audit: { eventId: 'orphaned-persons', severity: 'medium' },
      cost: 'large',
      parse: parsePage,
      handle: async ({ parsed, options, response }) => {
        response.json(await moves.orphanedPersons(parsed, options));
      },
    }),
  ];
}

function parsePage({ query }: Request): { cursor?: string; limit: number } {
  return parseQuery(pageQuerySchema, query);
}
