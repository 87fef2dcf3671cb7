import { catalogChangesSchema } from '@pilot-to-platform/plugin-pilot-common';
import { CatalogChanges } from './CatalogChanges';
import { whoMay } from '../kernel/access/whoMay';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** Declares the route for changes from the portal's own catalog module. */
export function changeRoutes({
  changes,
}: {
  changes: CatalogChanges;
}): Route[] {
  return [
    route({
      method: 'post',
      path: '/internal/changes',
      who: whoMay.feedCatalog,
      audit: { unaudited: 'The catalog says what it processed.' },
      cost: 'small',
      body: jsonBody(catalogChangesSchema, 1_000_000),
      parse: (_, body) => body,
      handle: async ({ parsed, response }) => {
        response.json({ later: await changes.take(parsed.changes) });
      },
    }),
  ];
}
