import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { HttpTechInsights } from './HttpTechInsights';

const credentials = mockCredentials.service('plugin:pilot');

describe('HttpTechInsights', () => {
  const fetch = jest.spyOn(globalThis, 'fetch');
  const techInsights = new HttpTechInsights({
    auth: mockServices.auth({ pluginId: 'pilot' }),
    discovery: mockServices.discovery(),
  });

  beforeEach(() => fetch.mockReset());
  afterAll(() => fetch.mockRestore());

  it('reads results of other fact checkers as far as they can be read', async () => {
    fetch.mockResolvedValue(
      Response.json([
        {
          entity: 'Component:default/A',
          results: [
            { result: true, check: { id: 'bare' } },
            { result: 'good', facts: 'odd', check: { id: 'text', links: 5 } },
            { result: true },
            null,
          ],
        },
        {
          entity: 'component:default/b',
          results: [],
          error: { name: 'Error' },
        },
      ]),
    );
    await expect(
      techInsights.runChecks(['component:default/a'], ['bare'], {
        credentials,
      }),
    ).resolves.toEqual([
      {
        ref: 'component:default/a',
        broken: false,
        runs: [
          {
            result: true,
            facts: {},
            check: { id: 'bare', factIds: [], metadata: {}, links: [] },
          },
          {
            result: 'good',
            facts: {},
            check: { id: 'text', factIds: [], metadata: {}, links: [] },
          },
        ],
      },
      { ref: 'component:default/b', broken: true, runs: [] },
    ]);
  });

  it('leaves out times that Tech Insights could not read itself', async () => {
    fetch.mockResolvedValue(
      Response.json({
        a: { timestamp: '2026-03-01T11:00:00.000+01:00' },
        b: { timestamp: null },
        c: { timestamp: 'soon' },
      }),
    );
    await expect(
      techInsights.factTimes('component:default/a', ['a', 'b', 'c'], {
        credentials,
      }),
    ).resolves.toEqual(new Map([['a', new Date('2026-03-01T10:00:00Z')]]));
  });

  it.each([
    ['an error', () => new Response('no', { status: 503 }), '503'],
    ['another shape', () => Response.json({ checks: [] }), 'array'],
  ])('fails with %s', async (_name, answer, message) => {
    fetch.mockImplementation(async () => answer());
    await expect(techInsights.listChecks({ credentials })).rejects.toThrow(
      message,
    );
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
    const answer = techInsights.listChecks({
      credentials,
      signal: controller.signal,
    });
    controller.abort(new Error('shut down'));
    await expect(answer).rejects.toThrow('shut down');
  });
});
