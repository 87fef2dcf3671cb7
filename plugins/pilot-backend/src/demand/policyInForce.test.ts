import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, TestCatalog } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

describe.each(databases.eachSupportedId())(
  'the policy in force on %s',
  databaseId => {
    const portals: TestPortal[] = [];
    afterEach(async () => {
      for (const { backend } of portals.splice(0)) {
        await backend.stop();
      }
    });
    const catalog = new TestCatalog();
    catalog.set(api('orders'));

    it('stays the newest while releases change hands, and returns on purpose', async () => {
      const knex = await databases.init(databaseId);
      const start = async (days?: number, revision?: number) => {
        const portal = await startPortal({
          knex,
          catalog,
          config: {
            pilot: {
              demand: {
                ...(days && { halfLife: `${days}d` }),
                ...(revision !== undefined && { revision }),
              },
            },
          },
        });
        portals.push(portal);
        const { body } = await portal.as('ana').get('/policy').expect(200);
        const changes = portal.audits.filter(
          ({ eventId }) => eventId === 'policy-change',
        );
        return [body.demand.halfLifeDays, changes.length];
      };
      // Days of the half-life in force, and how many changes were audited: the
      // first policy of all replaces nothing.
      expect(await start(120)).toEqual([120, 0]);
      expect(await start(90)).toEqual([90, 1]);
      // An old replica restarts: what replaced it stays in force.
      expect(await start(120)).toEqual([90, 0]);
      expect(await start(90)).toEqual([90, 0]);
      // A return on purpose, and a replica that does not know of it yet.
      expect(await start(120, 1)).toEqual([120, 1]);
      expect(await start(90)).toEqual([120, 0]);
      expect(await start(120, 1)).toEqual([120, 0]);
    });

    it('is replaced though a clock that was ahead dated it', async () => {
      const knex = await databases.init(databaseId);
      const first = await startPortal({ knex, catalog });
      portals.push(first);
      await first.record('ana', 'api:default/orders', {
        team: 'group:default/payments',
      });
      const ahead = Date.now() + 3650 * dayMs;
      await knex('policy').update({ since: ahead });
      await knex('target').update({ last_at: ahead, policy: 'another' });
      // It ends, whatever comes of it.
      await first.recompute();

      const next = await startPortal({
        knex,
        catalog,
        config: { pilot: { demand: { halfLife: '90d' } } },
      });
      portals.push(next);
      const { body } = await next.as('ana').get('/policy').expect(200);
      expect(body.demand.halfLifeDays).toBe(90);
      expect(Date.parse(body.since)).toBeLessThanOrEqual(Date.now());
      await next.recompute();
      const rows = await knex('target').where('ref', 'api:default/orders');
      expect(rows).toMatchObject([{ policy: body.fingerprint }]);
    });
  },
);
