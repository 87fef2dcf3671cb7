import { Readable } from 'node:stream';
import { z } from 'zod';
import { giveWay } from '../kernel/cost/giveWay';
import { InterestImporter } from './InterestImporter';
import { whoMay } from '../kernel/access/whoMay';
import { Route, route } from '../kernel/http/Route';
import { sendStream } from '../kernel/http/sendStream';

/** Most bytes of one import; its lines are counted besides. */
const mostImportBytes = 20_000_000;

const linesSchema = z.custom<string>(
  sent => typeof sent === 'string',
  'must be JSON lines; send at least an empty one with the header "Content-Type: application/x-ndjson"',
);

/** Import and export of JSON lines, for services and administrators. */
export function exchangeRoutes(services: {
  importer: InterestImporter;
  exportLines: () => AsyncIterable<string>;
}): Route[] {
  const { importer, exportLines } = services;
  return [
    route({
      method: 'post',
      path: '/import',
      who: whoMay.administer,
      audit: { eventId: 'interest-import', severity: 'high' },
      cost: 'large',
      body: {
        type: 'application/x-ndjson',
        limit: mostImportBytes,
        schema: linesSchema,
      },
      parse: (_, body) => body,
      handle: async ({ parsed, response, note }) => {
        const result = await importer.import(parsed, note);
        note({
          imported: result.imported,
          unchanged: result.unchanged,
          failed: result.failed.length,
        });
        response.json(result);
      },
    }),
    route({
      method: 'get',
      path: '/export',
      who: whoMay.administer,
      audit: { eventId: 'interest-export', severity: 'high' },
      cost: 'large',
      parse: () => undefined,
      handle: async ({ response, note }) => {
        response.type('application/x-ndjson');
        let lines = 0;
        const counted = async function* counted() {
          for await (const line of exportLines()) {
            await giveWay();
            lines += 1;
            yield line;
          }
        };
        await sendStream(response, Readable.from(counted()));
        note({ lines });
      },
    }),
  ];
}
