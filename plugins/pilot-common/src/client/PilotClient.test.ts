import { ResponseError } from '@backstage/errors';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { defaultDemandPolicy } from '../model/policy';
import type { PilotApi } from './PilotApi';
import { PilotClient } from './PilotClient';

const base = 'http://pilot.test/api/pilot';

const interest = {
  id: 'i-1',
  target: 'pilot:default/sharing',
  team: 'group:default/payments',
  author: 'user:default/ada',
  onBehalf: false,
  useCaseKey: 'default',
  urgency: 'important',
  useCase: null,
  alternative: null,
  neededBy: null,
  expectedUsage: null,
  otherwise: null,
  contribute: false,
  specificity: 0,
  internal: false,
  status: 'open',
  statusNote: null,
  createdAt: '2026-11-20T09:00:00.000Z',
  confirmedAt: '2026-11-20T09:00:00.000Z',
  confirmDue: false,
  version: 1,
  can: { edit: true, triage: 'notOwner' },
};

const demand = {
  target: 'pilot:default/sharing',
  asOf: '2026-11-20T09:00:00.000Z',
  score: 13.34,
  level: 'faint',
  trend: 'rising',
  number: 0.6667,
  breadth: 0.6667,
  specific: 0,
  parts: [
    { key: 'number', raw: 0.6667, value: 0.12, weight: 0.3, contribution: 0.5 },
  ],
  counts: { interests: 1, teams: 1, useCases: 0, adopters: 0, internal: 0 },
  teams: [
    { team: 'group:default/payments', share: 1, interests: 1, adopter: false },
  ],
  raise: [{ code: 'newTeam', gain: 9 }],
  rollUp: [{ target: 'api:default/recipients', interests: 1 }],
  policy: '0123456789ab',
  can: { create: true },
};

const recorded = { interest, demand };
const page = { items: [interest], nextCursor: 'next' };
const policy = {
  fingerprint: '0123456789ab',
  since: '2026-01-01T00:00:00.000Z',
  demand: defaultDemandPolicy,
  interest: { allowedKinds: ['Pilot'], confirmAfterDays: 120 },
};
const imported = { imported: 1, unchanged: 0, orphaned: [], failed: [] };

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
    { interest },
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
    page,
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
    page,
  ],
  ['getPolicy', api => api.getPolicy(), 'GET /policy', policy],
  [
    'importLines',
    api => api.importLines(lines),
    'POST /import',
    imported,
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
