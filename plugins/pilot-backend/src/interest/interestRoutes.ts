import { recordInterestSchema } from '@pilot-to-platform/plugin-pilot-common';
import { openapiDocument } from '../app/document';
import { AuthorizedPilotService } from './AuthorizedPilotService';
import { whoMay } from '../kernel/access/whoMay';
import { parseAsOf, parseTargetRef } from '../kernel/http/parse';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** Recording interest and reading the demand that it adds up to. */
export function interestRoutes({
  service,
  clock,
}: {
  service: AuthorizedPilotService;
  clock: () => Date;
}): Route[] {
  return [
    route({
      method: 'get',
      path: '/openapi.json',
      who: whoMay.readDocument,
      audit: { unaudited: 'It says the same to everybody.' },
      cost: 'small',
      parse: () => undefined,
      handle: async ({ response }) => {
        response.json(openapiDocument);
      },
    }),
    route({
      method: 'put',
      path: '/interests/:kind/:namespace/:name',
      who: whoMay.recordInterest,
      audit: { eventId: 'interest-record', severity: 'medium' },
      cost: 'small',
      body: jsonBody(recordInterestSchema),
      parse: ({ params }, body) => ({
        target: parseTargetRef(params),
        command: body,
      }),
      meta: ({ target, command: { team } }) => ({ target, team }),
      handle: async ({ parsed: { target, command }, asked, response }) => {
        const { created, ...recorded } = await service.record(
          target,
          command,
          asked,
        );
        response.status(created ? 201 : 200).json(recorded);
      },
    }),
    route({
      method: 'delete',
      path: '/interests/:id',
      who: whoMay.withdrawInterest,
      audit: { eventId: 'interest-withdraw', severity: 'medium' },
      cost: 'small',
      parse: ({ params }) => ({ id: params.id }),
      meta: ({ id }) => ({ id }),
      handle: async ({ parsed: { id }, asked, response }) => {
        response.json(await service.withdraw(id, asked));
      },
    }),
    route({
      method: 'post',
      path: '/interests/:id/confirm',
      who: whoMay.confirmInterest,
      audit: { eventId: 'interest-confirm', severity: 'medium' },
      cost: 'small',
      parse: ({ params }) => ({ id: params.id }),
      meta: ({ id }) => ({ id }),
      handle: async ({ parsed: { id }, asked, response }) => {
        response.json(await service.confirm(id, asked));
      },
    }),
    route({
      method: 'get',
      path: '/demand/:kind/:namespace/:name',
      who: whoMay.readDemand,
      audit: { unaudited: 'One entity of those that the caller sees anyway.' },
      cost: 'small',
      parse: ({ params, query }) => ({
        target: parseTargetRef(params),
        asOf: parseAsOf(query.asOf, clock()),
      }),
      handle: async ({ parsed: { target, asOf }, asked, response }) => {
        response.json(await service.demand(target, asOf, asked));
      },
    }),
    route({
      method: 'get',
      path: '/policy',
      who: whoMay.readSettings,
      audit: { unaudited: 'It says the same to everybody.' },
      cost: 'small',
      parse: () => undefined,
      handle: async ({ asked, response }) => {
        response.json(await service.policy(asked));
      },
    }),
  ];
}
