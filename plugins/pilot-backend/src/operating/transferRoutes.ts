import { pipeline } from 'node:stream/promises';
import { whoMay } from '../kernel/access/whoMay';
import { EverythingTransfer } from './EverythingTransfer';
import { Route, route } from '../kernel/http/Route';

/** Export and import of everything that cannot be recomputed, for moving house. */
export function transferRoutes({
  transfer,
}: {
  transfer: EverythingTransfer;
}): Route[] {
  return [
    route({
      method: 'get',
      path: '/export/everything',
      who: whoMay.administer,
      audit: { eventId: 'everything-export', severity: 'high' },
      cost: 'large',
      parse: () => undefined,
      handle: async ({ response, note }) => {
        const rows = await transfer.export(async file => {
          response.type('application/x-ndjson');
          await pipeline(file, response, { end: false });
        });
        note({ rows });
        response.end();
      },
    }),
    route({
      method: 'post',
      path: '/import/everything',
      who: whoMay.administer,
      audit: { eventId: 'everything-import', severity: 'high' },
      cost: 'large',
      body: { type: 'application/x-ndjson', streamed: true },
      parse: () => undefined,
      handle: async ({ request, response, note }) => {
        const result = await transfer.import(request);
        note({ ...result });
        response.json(result);
      },
    }),
  ];
}
