import { maintenancePageSchema } from '@pilot-to-platform/plugin-pilot-common';
import { Maintenance } from './Maintenance';
import { whoMay } from '../kernel/access/whoMay';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** Declares the routes that check and rebuild stored numbers. */
export function maintenanceRoutes({
  maintenance,
}: {
  maintenance: Maintenance;
}): Route[] {
  return [
    route({
      method: 'post',
      path: '/maintenance/check',
      who: whoMay.administer,
      audit: { eventId: 'maintenance-check', severity: 'medium' },
      cost: 'large',
      body: jsonBody(maintenancePageSchema, 1_000_000),
      parse: (_, body) => body,
      handle: async ({ parsed, response, note }) => {
        const result = await maintenance.check(parsed);
        note({ checked: result.checked, different: result.different.length });
        response.json(result);
      },
    }),
    route({
      method: 'post',
      path: '/maintenance/rebuild',
      who: whoMay.administer,
      audit: { eventId: 'maintenance-rebuild', severity: 'high' },
      cost: 'large',
      body: jsonBody(maintenancePageSchema, 1_000_000),
      parse: (_, body) => body,
      handle: async ({ parsed, response, note }) => {
        const result = await maintenance.rebuild(parsed);
        note({ rebuilt: result.rebuilt });
        response.json(result);
      },
    }),
    route({
      method: 'post',
      path: '/maintenance/feed',
      who: whoMay.administer,
      audit: { eventId: 'maintenance-feed', severity: 'high' },
      cost: 'small',
      parse: () => undefined,
      handle: async ({ response }) => {
        await maintenance.renewFeed();
        response.status(204).end();
      },
    }),
  ];
}
