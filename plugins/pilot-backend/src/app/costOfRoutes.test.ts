import { sizeOf } from '../kernel/cost/Cost';
import { openapiDocument } from './document';
import { routesOf } from './createApi';
import { Route } from '../kernel/http/Route';

const nothing: any = new Proxy({}, { get: () => ({}) });
const routes = routesOf({
  services: nothing,
  httpAuth: nothing,
  auditor: nothing,
  clock: () => new Date('2026-11-20T09:00:00Z'),
});
const nameOf = ({ method, path }: Route) =>
  `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
const operationOf = ({ method, path }: Route) =>
  (openapiDocument.paths as Record<string, any>)[
    path.replace(/:(\w+)/g, '{$1}')
  ]?.[method];

const asking = (type: string): any => ({
  accepts: (types: string[]) => types.find(each => each === type),
});
const json = asking('application/json');
const csv = asking('text/csv');
const size = ({ cost }: Route, parsed: object, request = json) =>
  sizeOf<any[]>(cost as any, parsed, request);

const named = routes.map(each => [nameOf(each), each] as const);

/** Routes that take a past instant and answer more than one entity. */
const past = named.filter(([name, route]) => {
  const operation = operationOf(route);
  const fields = [
    ...(operation?.parameters ?? []).map((each: any) => each.name),
    ...(name === 'post /demand/by-refs' ? ['asOf'] : []),
  ];
  return fields.includes('asOf') && !name.includes('{name}');
});

it('knows all routes', () => {
  expect(routes.length).toBeGreaterThanOrEqual(38);
  expect(past.map(([name]) => name).sort()).toEqual([
    'get /demand',
    'get /pilots',
    'post /demand/by-refs',
  ]);
});

const csvPaths = Object.keys(openapiDocument.paths)
  .filter(path => path.endsWith('/csv'))
  .map(path => `get ${path.replace(/\/csv$/, '')}`);

it('knows all that answers CSV', () => {
  const known = named.map(([name]) => name);
  expect(csvPaths.length).toBeGreaterThanOrEqual(7);
  expect(csvPaths.filter(path => !known.includes(path))).toEqual([]);
});

it.each(named.filter(([name]) => csvPaths.includes(name)))(
  '%s reads a lot as CSV',
  (_, route) => {
    expect(size(route, {}, csv)).toBe('large');
  },
);

it.each(past)(
  '%s reads a lot at a past instant, and a page now',
  (_, route) => {
    expect(size(route, { asOf: new Date() })).toBe('large');
    expect(size(route, {})).toBe('small');
  },
);

it('reads a lot whatever is asked', () => {
  const always = named
    .filter(([, { cost }]) => typeof cost === 'string' && cost !== 'small')
    .map(([name, { cost }]) => `${name}: ${cost}`);
  expect(always.sort()).toEqual([
    'get /demand/{kind}/{namespace}/{name}/history: large',
    'get /export/everything: large',
    'get /export: large',
    'get /fragmentation: large',
    'get /orphans/persons: large',
    'post /import/everything: large',
    'post /import: large',
    'post /maintenance/check: large',
    'post /maintenance/rebuild: large',
    'post /maintenance/redate: large',
    'post /merges/persons: large',
    'post /merges/teams: large',
    'post /persons/erase: large',
    'post /persons/withdraw: large',
    'post /pilots/declared-phases: large',
    'post /policy/preview: alone',
  ]);
});

it.each(named.filter(([, route]) => operationOf(route)))(
  '%s says that it can be refused for now, if it can',
  (_, route) => {
    const { responses } = operationOf(route);
    expect(429 in responses).toBe(route.cost !== 'small');
  },
);
