import { setStatusSchema } from '@pilot-to-platform/plugin-pilot-common';
import { InterestService } from './InterestService';
import { whoMay } from '../kernel/access/whoMay';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** Routes for the answers of owners. */
export function triageRoutes({
  interests,
}: {
  interests: InterestService;
}): Route[] {
  return [
    route({
      method: 'put',
      path: '/interests/:id/status',
      who: whoMay.answerInterest,
      audit: { eventId: 'interest-status', severity: 'medium' },
      cost: 'small',
      body: jsonBody(setStatusSchema),
      parse: ({ params }, body) => ({
        id: params.id,
        command: body,
      }),
      meta: ({ id, command: { status } }) => ({ id, status }),
      handle: async ({ parsed: { id, command }, options, response }) => {
        response.json(await interests.setStatus(id, command, options));
      },
    }),
  ];
}
