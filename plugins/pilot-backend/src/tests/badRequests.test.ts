import { databases } from '../__testUtils__/databases';
import { startPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const team = 'group:default/payments';
const orders = '/interests/api/default/orders';
const long = 'x'.repeat(5000);

/** name, path, body, status, and what the message must say. */
const refused: Array<[string, string, unknown, number, RegExp]> = [
  ['no body', orders, undefined, 400, /team|body/],
  ['no team', orders, {}, 400, /^team: is missing/],
  ['team is null', orders, { team: null }, 400, /^team: /],
  ['team is a number', orders, { team: 7 }, 400, /^team: must be string/],
  [
    'team is a person',
    orders,
    { team: 'user:default/ana' },
    400,
    /^team: must name a group such as group:default\/payments/,
  ],
  [
    'team is no ref',
    orders,
    { team: 'group:a:b/c/d' },
    400,
    /^team: must be an entity ref/,
  ],
  ['team is empty', orders, { team: '' }, 400, /^team: /],
  [
    'team of others',
    orders,
    { team: 'group:default/ads' },
    403,
    /^team: you can record only for teams you belong to/,
  ],
  [
    'unknown field',
    orders,
    { team, colour: 'red' },
    400,
    /^colour: is not a known field; leave it out$/,
  ],
  [
    'misspelt field',
    orders,
    { team, urgencey: 'critical' },
    400,
    /^urgencey: is not a known field; did you mean urgency\?$/,
  ],
  [
    'author in the body',
    orders,
    { team, author: 'user:default/cleo' },
    400,
    /^author: is not a known field/,
  ],
  [
    'unknown urgency',
    orders,
    { team, urgency: 'asap' },
    400,
    /^urgency: .*nice-to-have, important, critical/,
  ],
  ['urgency null', orders, { team, urgency: null }, 400, /^urgency: /],
  [
    'unknown otherwise',
    orders,
    { team, otherwise: 'cry' },
    400,
    /^otherwise: .*wait, build-own, built-own, buy/,
  ],
  [
    'neededBy is no date',
    orders,
    { team, neededBy: 'soon' },
    400,
    /^neededBy: .*date/,
  ],
  [
    'neededBy is no such day',
    orders,
    { team, neededBy: '2027-02-30' },
    400,
    /^neededBy: .*date/,
  ],
  [
    'neededBy with time',
    orders,
    { team, neededBy: '2027-03-01T10:00:00Z' },
    400,
    /^neededBy: .*date/,
  ],
  [
    'neededBy is past',
    orders,
    { team, neededBy: '2020-01-01' },
    400,
    /^neededBy: 2020-01-01 is in the past/,
  ],
  [
    'useCase too long',
    orders,
    { team, useCase: long },
    400,
    /^useCase: .*4000 characters/,
  ],
  ['useCase is a list', orders, { team, useCase: ['a'] }, 400, /^useCase: /],
  [
    'useCase with a control character',
    orders,
    { team, useCase: 'a\u0000b' },
    400,
    /^useCase: must not contain control characters/,
  ],
  [
    'expectedUsage too long',
    orders,
    { team, expectedUsage: long },
    400,
    /^expectedUsage: .*500 characters/,
  ],
  [
    'contribute is a text',
    orders,
    { team, contribute: 'yes' },
    400,
    /^contribute: must be boolean/,
  ],
  [
    'useCaseKey with capitals',
    orders,
    { team, useCaseKey: 'Weekly' },
    400,
    /^useCaseKey: /,
  ],
  ['requestId empty', orders, { team, requestId: '' }, 400, /^requestId: /],
  [
    'requestId too long',
    orders,
    { team, requestId: 'r'.repeat(65) },
    400,
    /^requestId: must be 1 to 64 letters, digits/,
  ],
  [
    'requestId with a blank',
    orders,
    { team, requestId: 'a b' },
    400,
    /^requestId: must be 1 to 64 letters, digits/,
  ],
  ['useCaseKey empty', orders, { team, useCaseKey: '' }, 400, /^useCaseKey: /],
  [
    'id of nobody',
    orders,
    { team, id: 'nope' },
    404,
    /^id: you have no interest nope/,
  ],
  [
    'unknown entity',
    '/interests/api/default/missing',
    { team },
    404,
    /no api:default\/missing in the catalog/,
  ],
  [
    'kind that is no target',
    '/interests/domain/default/partners',
    { team },
    400,
    /^kind: interest can be in Pilot, Component, API, Resource, System, and not in domain/,
  ],
  ['impossible name', '/interests/api/default/a%20b', { team }, 400, /^name: /],
];

// PostgreSQL stores no NUL and reads no broken UTF-8: nothing of it may get there.
describe.each(databases.eachSupportedId())('odd bytes on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init(databaseId) });
  });
  afterAll(() => portal?.backend.stop());

  const odd = ['%00', 'a%00b', '%FF', '%C0%80', '%ED%A0%80', '%F0%9F%9A%80'];
  const paths = odd.flatMap(bytes => [
    ['delete', `/interests/${bytes}`],
    ['post', `/interests/${bytes}/confirm`],
    ['put', `/interests/${bytes}/default/orders`],
    ['put', `/interests/api/${bytes}/orders`],
    ['put', `/interests/api/default/${bytes}`],
    ['get', `/demand/${bytes}/default/orders`],
    ['get', `/demand/api/${bytes}/orders`],
    ['get', `/demand/api/default/${bytes}`],
    ['get', `/demand/api/default/orders?asOf=2026-11-20${bytes}`],
    ['get', `/interests?target=api:default/${bytes}`],
    ['get', `/interests?team=${bytes}`],
    ['get', `/interests?author=user:${bytes}/ana`],
    ['get', `/interests?cursor=${bytes}`],
    ['get', `/interests?status=${bytes}`],
  ]) as Array<['get' | 'put' | 'post' | 'delete', string]>;

  it.each(paths)('are refused: %s %s', async (method, path) => {
    const call = portal.as('ana')[method](path);
    const response = await (method === 'put' ? call.send({ team }) : call);
    expect(response.status).toBe(400);
  });

  it.each(['%00', '%FF'])('in the epoch of the feed: %s', async bytes => {
    const catalog = portal.asService('plugin:catalog');
    const read = await catalog.get(`/internal/projection?epoch=${bytes}`);
    const acknowledged = await catalog
      .post('/internal/projection/acknowledged')
      .send({ epoch: '\u0000', sequence: 0 });
    expect([read.status, acknowledged.status]).toEqual([400, 400]);
  });

  it.each<[string, object]>([
    ['team', { team: 'group:default/\u0000' }],
    ['useCaseKey', { team, useCaseKey: 'a\u0000' }],
    ['requestId', { team, requestId: '\u0000' }],
    ['statusless id', { team, id: '\u0000' }],
  ])('in the body: %s', async (_, body) => {
    const response = await portal.as('ana').put(orders).send(body);
    expect([400, 404]).toContain(response.status);
  });
});

describe('requests that are refused', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init('SQLITE_3') });
  });
  afterAll(() => portal.backend.stop());

  it.each(refused)('%s', async (_, path, body, status, message) => {
    const response = await portal
      .as('ana')
      .put(path)
      .send(body as object);
    expect([response.status, response.body.error?.message]).toEqual([
      status,
      expect.stringMatching(message),
    ]);
    expect(await portal.knex('interest')).toEqual([]);
  });

  it.each<[string, string, number, RegExp]>([
    [
      'asOf that is no date',
      '/demand/api/default/orders?asOf=yesterday',
      400,
      /^asOf: /,
    ],
    [
      'unknown query',
      '/demand/api/default/orders?when=now',
      400,
      /^when: is not a parameter of this request, which takes asOf; leave it out/,
    ],
    [
      'demand of an unknown entity',
      '/demand/api/default/missing',
      404,
      /no api:default\/missing/,
    ],
    [
      'demand of a kind that is no target',
      '/demand/domain/default/partners',
      400,
      /^kind: /,
    ],
    [
      'misspelt parameter',
      '/demand?onwer=group:default/ads',
      400,
      /^onwer: is not a parameter of this request; did you mean owner\?$/,
    ],
    [
      'misspelt phase',
      '/pilots?phase=platfrom',
      400,
      /^phase: must be one of .*, such as platform$/,
    ],
    [
      'limit 0',
      '/interests?limit=0',
      400,
      /^limit: must be a whole number from 1 to 200, such as 50$/,
    ],
    [
      'limit 201',
      '/interests?limit=201',
      400,
      /^limit: must be a whole number from 1 to 200/,
    ],
    [
      'limit is a text',
      '/interests?limit=many',
      400,
      /^limit: must be a whole number/,
    ],
    [
      'unknown status',
      '/interests?status=lost',
      400,
      /^status.*open, acknowledged, planned/,
    ],
    ['forged cursor', '/interests?cursor=abc', 400, /^cursor: /],
    ['bad target', '/interests?target=orders', 400, /target|entity ref/],
    [
      'several targets',
      '/interests?target=a&target=b',
      400,
      /^target: takes one value, such as pilot:default/,
    ],
    ['empty target', '/interests?target=', 400, /^target: /],
    [
      'limit with decimals',
      '/interests?limit=1.5',
      400,
      /^limit: must be a whole number/,
    ],
    [
      'states in one',
      '/interests?status=open,declined',
      400,
      /^status: .*open, /,
    ],
    [
      'no such month',
      '/demand/api/default/orders?asOf=2026-13-01',
      400,
      /^asOf: /,
    ],
    [
      'time without zone',
      '/demand/api/default/orders?asOf=2026-11-20T09:00:00',
      400,
      /^asOf: /,
    ],
    ['name with a slash', '/demand/api/default/a%2Fb', 400, /^name: /],
    [
      'name too long',
      `/demand/api/default/${'a'.repeat(300)}`,
      400,
      /^name: .*253/,
    ],
    ['unknown route', '/interest', 404, /no GET \/interest in this API/],
    [
      'no such method',
      '/interests/some-id',
      404,
      /no GET \/interests\/some-id in/,
    ],
  ])('%s', async (_, path, status, message) => {
    const response = await portal.as('ana').get(path);
    expect([response.status, response.body.error?.message]).toEqual([
      status,
      expect.stringMatching(message),
    ]);
  });

  it.each([
    [
      'broken JSON',
      'application/json',
      '{"team":',
      400,
      /^body: is not a JSON object/,
    ],
    [
      'a JSON text',
      'application/json',
      '"ada"',
      400,
      /^body: is not a JSON object/,
    ],
    [
      'JSON null',
      'application/json',
      'null',
      400,
      /^body: is not a JSON object/,
    ],
    [
      'a JSON list',
      'application/json',
      '[]',
      400,
      /^body: must be one JSON object$/,
    ],
    [
      'a form',
      'application/x-www-form-urlencoded',
      'team=a',
      415,
      /^body: must be JSON; send it with the header "Content-Type: application\/json", not "application\/x-www-form-urlencoded"/,
    ],
    [
      'a prototype',
      'application/json',
      '{"team":"payments","__proto__":{}}',
      400,
      /^__proto__: is not a known field/,
    ],
    [
      'another encoding',
      'application/json; charset=latin1',
      '{}',
      415,
      /charset/,
    ],
    [
      '200 kB',
      'application/json',
      `{"team":"${'x'.repeat(200_000)}"}`,
      413,
      /too large/,
    ],
  ])('a body that is %s', async (_, type, text, status, message) => {
    const response = await portal.as('ana').put(orders).type(type).send(text);
    expect([response.status, response.body.error?.message]).toEqual([
      status,
      expect.stringMatching(message),
    ]);
    expect(await portal.knex('interest')).toEqual([]);
  });

  it('takes an offset of a time as it is written', async () => {
    for (const offset of ['+01:00', '%2B01:00']) {
      const { body } = await portal
        .as('ana')
        .get(`/demand/api/default/orders?asOf=2026-11-20T09:00:00${offset}`);
      expect(body.asOf).toBe('2026-11-20T08:00:00.000Z');
    }
  });

  it('asks for credentials before anything else', async () => {
    const { anonymous } = portal;
    expect((await anonymous.put(orders).send({ team })).status).toBe(401);
    expect((await anonymous.get('/interests')).status).toBe(401);
    expect((await anonymous.get('/demand/api/default/orders')).status).toBe(
      401,
    );
    expect((await anonymous.get('/policy')).status).toBe(401);
    expect((await anonymous.post('/import')).status).toBe(401);
    expect((await anonymous.get('/export')).status).toBe(401);
    expect((await anonymous.get('/internal/projection')).status).toBe(401);
  });
});
