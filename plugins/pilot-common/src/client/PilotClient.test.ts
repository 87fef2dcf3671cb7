import { ResponseError } from '@backstage/errors';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PilotApi } from './PilotApi';
import { PilotClient } from './PilotClient';

const base = 'http://pilot.test/api/pilot';

/** What the document of the API says of an operation. */
const { paths } = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../pilot-backend/openapi.json'),
    'utf8',
  ),
);
const operations: any[] = Object.values(paths).flatMap((methods: any) =>
  Object.values(methods),
);
const operation = (id: string) =>
  operations.find(({ operationId }) => operationId === id);
const exampleIn = (part: any, type = 'application/json') =>
  Object.values<any>(part.content[type].examples)[0].value;
const answerOf = (id: string, type?: string) =>
  exampleIn(operation(id).responses[200], type);
const requestOf = (id: string) => exampleIn(operation(id).requestBody);

const demand = answerOf('getDemand');
const recorded = answerOf('recordInterest');
const policy = answerOf('getPolicy');
const lines = '{"type":"interest"}\n{"type":"status"}\n';
const body = { team: 'group:default/payments', useCase: 'Wöchentlich' };

let request: Request;
let sent: string;
let answer: () => Response;
const server = setupServer(
  http.all('*', async info => {
    request = info.request;
    sent = await request.clone().text();
    return answer();
  }),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

// msw replaces the global function, so it is looked up at each call.
const fetchApi = {
  fetch: (...args: Parameters<typeof fetch>) => fetch(...args),
};
const client = new PilotClient({ fetchApi, baseUrl: base });

const calls: Array<
  [
    name: string,
    call: (api: PilotApi) => Promise<unknown>,
    route: string,
    answer: object | string,
    sent?: string,
    contentType?: string,
  ]
> = [
  [
    'getDemand',
    api => api.getDemand('pilot:default/sharing'),
    'GET /demand/pilot/default/sharing',
    demand,
  ],
  [
    'getDemand of a past instant',
    api =>
      api.getDemand('api:default/orders', { asOf: '2026-01-01T00:00:00Z' }),
    'GET /demand/api/default/orders?asOf=2026-01-01T00%3A00%3A00Z',
    demand,
  ],
  [
    'getDemand of a ref in mixed case with odd characters',
    api => api.getDemand('Component:NS/a B?c'),
    'GET /demand/component/ns/a%20b%3Fc',
    demand,
  ],
  [
    'recordInterest',
    api => api.recordInterest('pilot:sharing', body),
    'PUT /interests/pilot/default/sharing',
    recorded,
    JSON.stringify(body),
    'application/json',
  ],
  [
    'withdrawInterest of a target that is no longer seen',
    api => api.withdrawInterest('i/1'),
    'DELETE /interests/i%2F1',
    answerOf('withdrawInterest'),
  ],
  [
    'confirmInterest',
    api => api.confirmInterest('i-1'),
    'POST /interests/i-1/confirm',
    recorded,
  ],
  [
    'listInterests of all',
    api => api.listInterests({}),
    'GET /interests',
    answerOf('listInterests'),
  ],
  [
    'listInterests by everything',
    api =>
      api.listInterests({
        target: 'pilot:default/sharing',
        team: 'group:default/payments',
        author: 'me',
        status: 'open',
        cursor: 'a+b',
        limit: 20,
      }),
    'GET /interests?target=pilot%3Adefault%2Fsharing&team=group%3Adefault%2Fpayments&author=me&status=open&cursor=a%2Bb&limit=20',
    answerOf('listInterests'),
  ],
  [
    'listInterests by more',
    api =>
      api.listInterests({
        owner: 'group:default/partner-tech',
        status: ['open', 'planned'],
        internal: false,
        confirmDue: true,
        total: true,
      }),
    'GET /interests?owner=group%3Adefault%2Fpartner-tech&status=open&status=planned&internal=false&confirmDue=true&total=true',
    answerOf('listInterests'),
  ],
  [
    'listInterestsCsv',
    api => api.listInterestsCsv({ target: 'pilot:default/sharing' }),
    'GET /interests?target=pilot%3Adefault%2Fsharing',
    answerOf('listInterests', 'text/csv'),
  ],
  [
    'setInterestStatus',
    api => api.setInterestStatus('i-1', requestOf('setInterestStatus')),
    'PUT /interests/i-1/status',
    answerOf('setInterestStatus'),
    JSON.stringify(requestOf('setInterestStatus')),
    'application/json',
  ],
  [
    'listDemand',
    api => api.listDemand(),
    'GET /demand',
    answerOf('listDemand'),
  ],
  [
    'listDemand by everything',
    api =>
      api.listDemand({
        kind: ['Pilot', 'API'],
        level: ['strong'],
        q: 'a&b',
        minScore: 0,
        orderBy: '-growth',
        weeks: true,
        total: false,
        team: undefined,
      }),
    'GET /demand?kind=Pilot&kind=API&level=strong&q=a%26b&minScore=0&orderBy=-growth&weeks=true&total=false',
    answerOf('listDemand'),
  ],
  [
    'listDemandCsv',
    api => api.listDemandCsv({ phase: ['demand'] }),
    'GET /demand?phase=demand',
    answerOf('listDemand', 'text/csv'),
  ],
  [
    'getDemandByRefs',
    api => api.getDemandByRefs(requestOf('getDemandByRefs')),
    'POST /demand/by-refs',
    answerOf('getDemandByRefs'),
    JSON.stringify(requestOf('getDemandByRefs')),
    'application/json',
  ],
  [
    'getDemandHistory',
    api =>
      api.getDemandHistory('pilot:sharing', { from: '2026-11-06', step: 7 }),
    'GET /demand/pilot/default/sharing/history?from=2026-11-06&step=7',
    answerOf('getDemandHistory'),
  ],
  [
    'findSimilar',
    api => api.findSimilar({ title: 'File drop', limit: 3 }),
    'GET /similar?title=File+drop&limit=3',
    answerOf('findSimilar'),
  ],
  [
    'getFragmentation',
    api => api.getFragmentation({ dismissed: true }),
    'GET /fragmentation?dismissed=true',
    answerOf('getFragmentation'),
  ],
  [
    'dismissFragmentation',
    api => api.dismissFragmentation(requestOf('dismissFragmentation')),
    'POST /fragmentation/dismissals',
    answerOf('dismissFragmentation'),
    JSON.stringify(requestOf('dismissFragmentation')),
    'application/json',
  ],
  [
    'mergeTargets',
    api => api.mergeTargets(requestOf('mergeTargets')),
    'POST /merges',
    answerOf('mergeTargets'),
    JSON.stringify(requestOf('mergeTargets')),
    'application/json',
  ],
  [
    'listOrphans',
    api => api.listOrphans({ limit: 5 }),
    'GET /orphans?limit=5',
    answerOf('listOrphans'),
  ],
  [
    'previewPolicy',
    api => api.previewPolicy(requestOf('previewPolicy')),
    'POST /policy/preview',
    answerOf('previewPolicy'),
    JSON.stringify(requestOf('previewPolicy')),
    'application/json',
  ],
  ['getPolicy', api => api.getPolicy(), 'GET /policy', policy],
  [
    'importLines',
    api => api.importLines(lines),
    'POST /import',
    answerOf('importInterest'),
    lines,
    'application/x-ndjson',
  ],
  ['exportLines', api => api.exportLines(), 'GET /export', lines],
];

describe('PilotClient', () => {
  it.each(calls)(
    '%s',
    async (
      _name,
      call,
      route,
      answered,
      expectedBody = '',
      contentType = '',
    ) => {
      answer = () =>
        typeof answered === 'string'
          ? new HttpResponse(answered)
          : HttpResponse.json({ ...answered, addedLater: true });
      await expect(call(client)).resolves.toEqual(answered);
      expect(`${request.method} ${request.url}`).toBe(
        route.replace(' ', ` ${base}`),
      );
      expect(sent).toBe(expectedBody);
      expect(request.headers.get('content-type') ?? '').toBe(contentType);
      expect(request.headers.get('authorization')).toBeNull();
    },
  );

  it('answers nothing where nothing is answered', async () => {
    answer = () => new HttpResponse(null, { status: 204 });
    await expect(client.restoreFragmentation('d/1')).resolves.toBeUndefined();
    expect(`${request.method} ${request.url}`).toBe(
      `DELETE ${base}/fragmentation/dismissals/d%2F1`,
    );
  });

  it('asks for CSV where it wants CSV, and else takes what comes', async () => {
    answer = () => new HttpResponse('id\r\n');
    await client.listDemandCsv();
    expect(request.headers.get('accept')).toBe('text/csv');
    answer = () => HttpResponse.json(policy);
    await client.getPolicy();
    expect(request.headers.get('accept')).not.toBe('text/csv');
  });

  it('calls every operation of the document, and no other', async () => {
    const called = new Set<string>();
    const pathRegex = (path: string) =>
      new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
    answer = () => new HttpResponse(null, { status: 204 });
    for (const [, call] of calls) {
      await Promise.allSettled([call(client)]);
      called.add(`${request.method} ${request.url.replace(base, '')}`);
    }
    await client.restoreFragmentation('d-1');
    called.add(`${request.method} ${request.url.replace(base, '')}`);
    const operationOf = (each: string) => {
      const [method, url] = each.split(' ');
      const path = url.split('?')[0];
      const found = Object.entries<any>(paths).find(
        ([template, methods]) =>
          pathRegex(template).test(path) && methods[method.toLowerCase()],
      );
      return found?.[1][method.toLowerCase()].operationId;
    };
    expect([...new Set([...called].map(operationOf))].sort()).toEqual(
      operations.map(({ operationId }) => operationId).sort(),
    );
  });

  it('sends the token and knows a base URL only when it calls', async () => {
    answer = () => HttpResponse.json(policy);
    const discovered = new PilotClient({
      fetchApi,
      baseUrl: async () => 'http://elsewhere.test',
    });
    await discovered.getPolicy({ token: 'secret' });
    expect(request.url).toBe('http://elsewhere.test/policy');
    expect(request.headers.get('authorization')).toBe('Bearer secret');
  });

  it('asks plugin://pilot unless told otherwise', async () => {
    const fake = jest.fn(async () => HttpResponse.json(policy));
    await new PilotClient({ fetchApi: { fetch: fake } }).getPolicy();
    expect(fake).toHaveBeenCalledWith(
      'plugin://pilot/policy',
      expect.anything(),
    );
  });

  it('throws what the plugin answers instead of a success', async () => {
    const error = { name: 'NotFoundError', message: 'There is no such target' };
    answer = () =>
      HttpResponse.json(
        { error, response: { statusCode: 404 } },
        { status: 404 },
      );
    const failure = client.getDemand('pilot:default/gone');
    await expect(failure).rejects.toBeInstanceOf(ResponseError);
    await expect(failure).rejects.toMatchObject({
      statusCode: 404,
      cause: error,
    });
  });

  it.each([
    ['no JSON', () => new HttpResponse('<html>')],
    [
      'a missing field',
      () => HttpResponse.json({ ...demand, score: undefined }),
    ],
    ['an unknown level', () => HttpResponse.json({ ...demand, level: 'huge' })],
  ])('says which answer it does not understand: %s', async (_name, given) => {
    answer = given;
    await expect(client.getDemand('pilot:default/sharing')).rejects.toThrow(
      'Unexpected answer to GET /demand/pilot/default/sharing',
    );
  });

  it('refuses a target that is no entity ref before it calls', async () => {
    const fake = jest.fn();
    const api = new PilotClient({ fetchApi: { fetch: fake } });
    await expect(api.getDemand('sharing')).rejects.toThrow(/kind/);
    expect(fake).not.toHaveBeenCalled();
  });

  it('can be called off', async () => {
    const controller = new AbortController();
    controller.abort();
    const { signal } = controller;
    await expect(client.getPolicy({ signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
