import { redateSchema } from '@pilot-to-platform/plugin-pilot-common';
import { RedateService } from './RedateService';
import { whoMay } from '../kernel/access/whoMay';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** Declares the route that finds and repairs what a clock ahead has dated. */
export function redateRoutes({
  redating,
}: {
  redating: RedateService;
}): Route[] {
  return [
    route({
      method: 'post',
      path: '/maintenance/redate',
      who: whoMay.administer,
      audit: { eventId: 'maintenance-redate', severity: 'high' },
      cost: 'large',
      body: jsonBody(redateSchema),
      parse: (_, body) => body,
      meta: ({ dryRun = false }) => ({ dryRun }),
      handle: async ({ parsed, options, response, note }) => {
        const result = await redating.redate(parsed, options);
        note({ targets: result.targets, rows: result.rows });
        response.json(result);
      },
    }),
  ];
}
