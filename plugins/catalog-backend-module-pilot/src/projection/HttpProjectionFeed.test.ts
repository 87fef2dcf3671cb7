import { mockServices } from '@backstage/backend-test-utils';
import { HttpProjectionFeed } from './HttpProjectionFeed';

const page = {
  epoch: 'one',
  sequence: 7,
  more: false,
  acknowledged: 5,
  changes: [
    {
      target: 'api:default/a',
      seq: 7,
      teams: ['group:default/b'],
      adopters: [],
    },
  ],
};
const { signal } = new AbortController();

describe('HttpProjectionFeed', () => {
  const fetch = jest.spyOn(globalThis, 'fetch');
  const feed = new HttpProjectionFeed({
    auth: mockServices.auth({ pluginId: 'catalog' }),
    discovery: mockServices.discovery(),
  });
  const base = async () => mockServices.discovery().getBaseUrl('pilot');

  beforeEach(() => fetch.mockReset());
  afterAll(() => fetch.mockRestore());

  it.each([
    ['a first page', { since: 0 }, '?since=0&limit=2000'],
    [
      'a page that may wait',
      { since: 7, epoch: 'a', wait: 20 },
      '?since=7&limit=2000&epoch=a&wait=20',
    ],
    [
      'a later one',
      { since: 7, epoch: 'a b' },
      '?since=7&limit=2000&epoch=a+b',
    ],
  ])('asks for %s as the catalog plugin', async (_name, position, query) => {
    fetch.mockResolvedValue(Response.json(page));
    await expect(feed.read(position, { signal })).resolves.toEqual(page);
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(`${await base()}/internal/projection${query}`);
    expect(new Headers(init?.headers).get('Authorization')).toMatch(
      /^Bearer ./,
    );
  });

  it('acknowledges', async () => {
    fetch.mockResolvedValue(new Response(null, { status: 204 }));
    await feed.acknowledge({ epoch: 'one', sequence: 7 }, { signal });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(`${await base()}/internal/projection/acknowledged`);
    expect(init).toMatchObject({ method: 'POST' });
    expect(JSON.parse(String(init?.body))).toEqual({
      epoch: 'one',
      sequence: 7,
    });
  });

  it('fails with what the pilot backend answered', async () => {
    fetch.mockImplementation(async () => new Response('no', { status: 503 }));
    await expect(feed.read({ since: 0 }, { signal })).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 503,
    });
    await expect(
      feed.acknowledge({ epoch: 'one', sequence: 7 }, { signal }),
    ).rejects.toThrow('503');
  });

  it('fails with an answer of another shape', async () => {
    fetch.mockResolvedValue(Response.json({ ...page, changes: [{}] }));
    await expect(feed.read({ since: 0 }, { signal })).rejects.toThrow('target');
  });

  it('ends with its caller', async () => {
    fetch.mockImplementation(
      (_url, init) =>
        new Promise((_resolve, reject) => {
          const fail = () => reject(init?.signal?.reason);
          init?.signal?.addEventListener('abort', fail);
          if (init?.signal?.aborted) {
            fail();
          }
        }),
    );
    const controller = new AbortController();
    const answer = feed.read({ since: 0 }, { signal: controller.signal });
    controller.abort(new Error('shut down'));
    await expect(answer).rejects.toThrow('shut down');
  });
});
