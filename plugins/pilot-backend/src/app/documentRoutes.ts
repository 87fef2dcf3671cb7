import { whoMay } from '../kernel/access/whoMay';
import { Route, route } from '../kernel/http/Route';
import { openapiDocument } from './document';

/** The OpenAPI document, for everybody who calls. */
export function documentRoutes(): Route[] {
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
  ];
}
