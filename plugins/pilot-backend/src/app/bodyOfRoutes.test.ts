import { openapiDocument } from './document';
import { requestSchemas } from '../kernel/openapi/schemas';
import { routesOf } from './createApi';
import type { RouteBody } from '../kernel/http/Route';

const nothing: any = new Proxy({}, { get: () => ({}) });
const routes = routesOf({
  services: nothing,
  httpAuth: nothing,
  auditor: nothing,
  clock: () => new Date('2026-11-20T09:00:00Z'),
});

/** Returns the bodies that a route takes according to the document. */
const contentOf = (method: string, path: string) =>
  (openapiDocument.paths as Record<string, any>)[
    path.replace(/:(\w+)/g, '{$1}')
  ]?.[method]?.requestBody?.content;

const documented = routes
  .filter(({ path }) => !path.startsWith('/internal/'))
  .map(route => [`${route.method} ${route.path}`, route] as const);

it('knows routes that take a body', () => {
  expect(documented.filter(([, { body }]) => body)).toHaveLength(22);
});

const typesOf = (method: string, path: string) =>
  Object.keys(contentOf(method, path) ?? {});

it.each(documented.filter(([, { body }]) => !body))(
  '%s takes no body by the document either',
  (_, { method, path }) => expect(typesOf(method, path)).toEqual([]),
);

it.each(documented.filter(([, { body }]) => body))(
  '%s takes what the document says that it takes',
  (_, { method, path, body }) => {
    expect(typesOf(method, path)).toEqual([body!.type]);
  },
);

it.each(documented.filter(([, { body }]) => body?.type === 'application/json'))(
  '%s parses by the schema of the document',
  (_, { method, path, body }) => {
    const { schema } = contentOf(method, path)[body!.type];
    const name = schema.$ref.split('/').at(-1);
    expect((body as RouteBody).schema).toBe(requestSchemas[name]);
  },
);
