import { TestDatabaseId } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { pilotInterestReadPermission } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const payments = 'group:default/payments';
const extracts = 'api:default/extracts';
const sharing = 'pilot:default/sharing';
const vault = 'component:default/vault';

function described(
  entity: Entity,
  title: string,
  description: string,
  capability?: string,
): Entity {
  return {
    ...entity,
    metadata: { ...entity.metadata, title, description },
    spec: { ...entity.spec, ...(capability && { capability }) },
  };
}

const portals: TestPortal[] = [];
afterEach(async () => {
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

type Options = Omit<Parameters<typeof startPortal>[0], 'knex'>;

async function startOn(
  databaseId: TestDatabaseId,
  options: Options = {},
): Promise<TestPortal> {
  const knex = await databases.init(databaseId);
  const portal = await startPortal({ knex, ...options });
  portals.push(portal);
  portal.catalog.set(
    described(
      api('extracts'),
      'Sales extracts',
      'Partners fetch their weekly sales extracts',
    ),
    described(
      pilot('sharing', { phase: 'point-solution' }),
      'Partner data',
      'Shares tables with other companies',
      'data-sharing',
    ),
    described(
      component('vault'),
      'Vault rotation',
      'Rotates passwords of databases every night',
    ),
  );
  return portal;
}

const find = async (
  portal: TestPortal,
  query: Record<string, string | number>,
  person = 'sam',
) => {
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, String(value)]),
  );
  return portal.as(person).get(`/similar?${search}`);
};
const found = async (...args: Parameters<typeof find>) => {
  const { body } = await find(...args);
  return body.items.map(({ target }: any) => target) as string[];
};

describe.each(databases.eachSupportedId())('GET /similar on %s', databaseId => {
  const start = (options?: Options) => startOn(databaseId, options);

  it.each(['Vault rotation', 'rotation vault', 'Vault rotaton'])(
    'finds %s by its title alone',
    async title => {
      const portal = await start();
      const { body } = await find(portal, { title });
      expect(body.items[0]).toMatchObject({
        target: vault,
        reasons: [{ code: 'words' }],
      });
      expect(body.items[0].similarity).toBeGreaterThan(0.9);
    },
  );

  it('finds what is described in the words that are being typed', async () => {
    const portal = await start();
    await portal.record('ana', extracts, { team: payments });
    const { status, body } = await find(portal, {
      title: 'Weekly extract of sales',
      text: 'so that partners need not wait',
    });
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        target: extracts,
        title: 'Sales extracts',
        kind: 'api',
        owner: 'group:default/partner-tech',
        phase: null,
        // An important ask without details: N = T = 2/3, M = 0
        score: expect.closeTo(
          100 *
            (2 / 3 / (2 / 3 + 5)) ** 0.3 *
            (2 / 3 / (2 / 3 + 3)) ** 0.4 *
            0.1 ** 0.3,
          3,
        ),
        level: 'faint',
        teams: 1,
        similarity: expect.any(Number),
        reasons: [
          {
            code: 'words',
            words: expect.arrayContaining(['extracts', 'Sales']),
          },
        ],
      },
    ]);
    expect(body.items[0].similarity).toBeGreaterThan(0);
    expect(body.items[0].similarity).toBeLessThanOrEqual(1);
  });

  it('finds the same capability, and what has ended, marked so', async () => {
    const portal = await start();
    const { body } = await find(portal, { capability: 'data-sharing' });
    expect(body.items).toEqual([
      {
        target: sharing,
        title: 'Partner data',
        kind: 'pilot',
        owner: 'group:default/partner-tech',
        phase: 'point-solution',
        score: 0,
        level: 'none',
        teams: 0,
        similarity: 0.5,
        reasons: [{ code: 'capability', capability: 'data-sharing' }],
      },
    ]);
  });

  it('finds what is like a target, and never that itself', async () => {
    const portal = await start();
    portal.catalog.set(
      described(api('copy'), 'Extracts of sales', 'Sales for partners'),
    );
    expect(await found(portal, { target: extracts })).toEqual([
      'api:default/copy',
    ]);
    // Words that were typed stand for the target's own.
    expect(
      await found(portal, {
        target: extracts,
        title: 'Vault',
        text: 'Rotates passwords',
      }),
    ).toEqual([vault]);
  });

  it('answers as many as are asked for, without what cannot be seen', async () => {
    const portal = await start({ conditional: true });
    const copies = [...Array(60).keys()].map(n => `copy-${n}`);
    portal.catalog.set(
      ...copies.map(name =>
        described(api(name), 'Vault rotation', 'Rotates passwords'),
      ),
    );
    const asked = { title: 'Vault rotation', text: 'Rotates passwords' };
    expect(await found(portal, asked)).toHaveLength(5);
    expect(await found(portal, { ...asked, limit: 20 })).toHaveLength(20);

    // Every other one, and the first fifty of them all, are hidden from cleo.
    const all = (await found(portal, { ...asked, limit: 20 })).concat(
      copies.map(name => `api:default/${name}`),
    );
    const hidden = [...new Set(all)].slice(0, 55);
    portal.catalog.hidden.set('user:default/cleo', hidden);
    const seen = await found(portal, { ...asked, limit: 20 }, 'cleo');
    expect(seen).toHaveLength(6);
    expect(seen.filter(ref => hidden.includes(ref))).toEqual([]);
    expect(seen).toContain(vault);

    portal.catalog.hidden.set('user:default/cleo', [extracts]);
    const like = await find(portal, { target: extracts }, 'cleo');
    const none = await find(portal, { target: 'api:default/none' }, 'cleo');
    expect([like.status, none.status]).toEqual([404, 404]);
    expect(like.body.error.message.replace('extracts', '…')).toBe(
      none.body.error.message.replace('none', '…'),
    );
  });

  it('leaves out what was merged into something else, and what is gone', async () => {
    const portal = await start({ denied: [] });
    portal.catalog.set(described(api('old'), 'Vault rotation', 'Passwords'));
    const old = 'api:default/old';
    const asked = { title: 'Vault rotation of passwords' };
    expect((await found(portal, asked)).sort()).toEqual([old, vault]);
    await portal
      .as('dana')
      .post('/merges')
      .send({ from: old, into: vault, reason: 'The same' })
      .expect(200);
    expect(await found(portal, asked)).toEqual([vault]);
    portal.catalog.remove(vault);
    await portal.sync();
    await portal.sync();
    expect(await found(portal, asked)).toEqual([]);
  });

  it('says what is wrong with a request', async () => {
    const portal = await start({ conditional: true });
    const nothing = await find(portal, {});
    expect([nothing.status, nothing.body.error.message]).toEqual([
      400,
      'target, title, text or capability: give at least one of them to look for',
    ]);
    const statuses = [
      await find(portal, { target: 'group:default/ads' }),
      await find(portal, { target: 'no ref' }),
      await find(portal, { title: 'x', limit: 21 }),
      await find(portal, { title: '' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([400, 400, 400, 400]);
    // What people type is text and nothing else.
    for (const text of ['__proto__', '*', '(', '%', "'; --", '🙂', ' ']) {
      expect((await find(portal, { text })).status).toBe(200);
    }
  });

  it('needs the permission to read, and a person', async () => {
    const portal = await start({ denied: [pilotInterestReadPermission.name] });
    expect((await find(portal, { title: 'x' })).status).toBe(403);
    expect((await portal.asService().get('/similar?title=x')).status).toBe(403);
  });
});
