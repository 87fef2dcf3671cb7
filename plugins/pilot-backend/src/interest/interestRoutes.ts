import { recordInterestSchema } from '@pilot-to-platform/plugin-pilot-common';
import { InterestService } from './InterestService';
import { whoMay } from '../kernel/access/whoMay';
import { parseTargetRef } from '../kernel/http/parse';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** Recording interest, and taking it back. */
export function interestRoutes({
  interests,
}: {
  interests: InterestService;
}): Route[] {
  return [
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
      handle: async ({ parsed: { target, command }, options, response }) => {
        const { created, ...recorded } = await interests.record(
          target,
          command,
          options,
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
      handle: async ({ parsed: { id }, options, response }) => {
        response.json(await interests.withdraw(id, options));
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
      handle: async ({ parsed: { id }, options, response }) => {
        response.json(await interests.confirm(id, options));
      },
    }),
  ];
}
