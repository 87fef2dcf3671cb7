import { mockCredentials } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { HeldCatalog } from '../__testUtils__/HeldCatalog';
import { pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

/** Of each person one at work, and one that waits. */
const limits = {
  costlyReads: {
    perPerson: { running: 1, waiting: 1 },
    inAll: { running: 4, waiting: 8 },
  },
};
const csv = 'text/csv';
const json = 'application/json';
const yesterday = new Date(Date.now() - dayMs).toISOString().slice(0, 10);
const lake = 'pilot:default/lake';

/** One of each sort. */
const costly: ReadonlyArray<
  readonly [name: string, path: string, accept: string]
> = [
  ['interests as CSV', '/interests', csv],
  ['demand as CSV', '/demand', csv],
  ['Pilots as CSV', '/pilots', csv],
  ['readiness as CSV', '/readiness/pilot/default/lake', csv],
  ['decisions as CSV', '/pilots/default/lake/decisions', csv],
  ['a past list', `/demand?asOf=${yesterday}`, json],
  ['past Pilots', `/pilots?asOf=${yesterday}`, json],
  ['a history', '/demand/pilot/default/lake/history', json],
];

describe.each(databases.eachSupportedId())('costly reads on %s', databaseId => {
  const catalog = new HeldCatalog('user:default/ana');
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      config: { pilot: { limits } },
      conditional: true,
      catalog,
    });
    catalog.set(pilot('lake'));
    await portal.sync(new Date(Date.now() - 7 * dayMs));
    for (const person of ['ana', 'cleo']) {
      const [team] = { ana: ['payments'], cleo: ['ads'] }[person]!;
      await portal.record(person, lake, { team: `group:default/${team}` });
    }
  });
  afterAll(() => portal?.backend.stop());
  afterEach(() => catalog.release());

  const ask = (person: string, path: string, accept: string) =>
    portal.as(person).get(path).set('accept', accept);

  it.each(costly)(
    '%s: the third of one person is refused, and others are served',
    async (_, path, accept) => {
      catalog.hold();
      const refusals: any[] = [];
      const three = [1, 2, 3].map(async () => {
        const answer = await ask('ana', path, accept);
        if (answer.status !== 200) {
          refusals.push(answer);
          catalog.release();
        }
        return answer.status;
      });
      const other = ask('ben', path, accept).then(({ status }) => status);
      // Two of hers are held until the third is refused.
      expect(await other).toBe(200);
      expect((await Promise.all(three)).sort()).toEqual([200, 200, 429]);
      const [{ headers, body }] = refusals;
      expect(headers['retry-after']).toBe('10');
      expect(body.error).toMatchObject({
        name: 'TooManyRequestsError',
        message: expect.stringMatching(/^2 requests of yours that read a lot/),
      });
    },
  );

  it('serves a page to whoever has too much under way', async () => {
    catalog.hold();
    const held = [1, 2].map(async () => {
      const { status } = await ask('ana', '/demand', csv);
      return status;
    });
    await catalog.reached();
    await ask('ana', '/policy', json).expect(200);
    catalog.release();
    expect(await Promise.all(held)).toEqual([200, 200]);
  });

  it('gives the place of who hangs up to the next one', async () => {
    const { port } = portal.backend.server.address() as AddressInfo;
    const closed: Array<Promise<unknown>> = [];
    const listen = (_request: unknown, response: ServerResponse) => {
      closed.push(once(response, 'close'));
    };
    portal.backend.server.on('request', listen);
    catalog.hold();
    const first = ask('ana', '/demand', csv).then(({ status }) => status);
    await catalog.reached();
    const leaving = new AbortController();
    const left = fetch(`http://localhost:${port}/api/pilot/demand`, {
      signal: leaving.signal,
      headers: {
        accept: csv,
        authorization: mockCredentials.user.header('user:default/ana'),
      },
    });
    await once(portal.backend.server, 'request');
    portal.backend.server.off('request', listen);
    leaving.abort();
    await expect(left).rejects.toThrow();
    await closed.at(-1);
    await setImmediate();
    const next = ask('ana', '/demand', csv).then(({ status }) => status);
    catalog.release();
    expect([await first, await next]).toEqual([200, 200]);
  });

  it('never answers that something broke, however many ask', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 24 }, async (_, index) => {
        const [, path, accept] = costly[index % costly.length];
        const { status } = await ask('cleo', path, accept);
        return status;
      }),
    );
    expect(statuses.filter(status => ![200, 429].includes(status))).toEqual([]);
    expect(statuses).toContain(200);
  });
});
