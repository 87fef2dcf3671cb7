import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { pilot, TestCatalog } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const names = ['lake', 'pond', 'well'];
const collect = 'pilot-readiness-collect';
const minute = 60_000;
const added = {
  dimension: 'docs',
  question: 'Is it tagged?',
  predicate: { 'metadata.tags': { $contains: 'data' } },
  fix: { text: 'Tag it.', link: 'https://wiki.example.com/tags' },
};

describe.each(databases.eachSupportedId())(
  'replicas with other checks on %s',
  databaseId => {
    const portals: TestPortal[] = [];
    let knex: Knex;
    let catalog: TestCatalog;
    let now: number;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      catalog = new TestCatalog();
      catalog.set(...names.map(name => pilot(name)));
      now = Date.now();
    });
    afterEach(async () => {
      for (const { backend } of portals.splice(0)) {
        await backend.stop();
      }
    });
    const start = async (checks: object = {}) => {
      const portal = await startPortal({
        ...{ knex, catalog },
        config: { pilot: { readiness: { checks } } },
      });
      portals.push(portal);
      return portal;
    };
    const readAll = async (portal: TestPortal) => {
      for (const name of names) {
        await portal
          .as('ana')
          .get(`/readiness/pilot/default/${name}`)
          .expect(200);
      }
    };
    /** Under how many checks the Pilots were collected, and when. */
    const kept = async () =>
      (await knex('readiness_fact').orderBy('target_id')).map(row => ({
        checks: row.checks,
        at: Number(row.collected_at),
      }));
    const fingerprints = async () => [
      ...new Set((await kept()).map(({ checks }) => checks)),
    ];

    it('come to rest at the newest, and return when it is gone', async () => {
      const old = await start();
      await old.sync();
      await old.runTask(collect);
      const [before] = await fingerprints();
      const next = await start({ 'docs.tagged': added });
      await next.runTask(collect);
      const [after, ...others] = await fingerprints();
      expect([after === before, others]).toEqual([false, []]);

      // Whoever works and whatever is read, it stays collected, and as it is.
      const rest = await kept();
      for (const portal of [old, next, old, next]) {
        await portal.runTask('pilot-readiness-report');
        await readAll(portal);
        await portal.runTask(collect);
      }
      expect(await kept()).toEqual(rest);
      // What the old one collects by itself, the next one collects anew.
      const [{ target_id }] = await knex('readiness_fact').select('target_id');
      await knex('readiness_fact').where({ target_id }).delete();
      await readAll(old);
      await next.runTask(collect);
      expect(await fingerprints()).toEqual([after]);

      // A return to the old configuration.
      await portals.pop()!.backend.stop();
      await knex('checks_in_use')
        .where({ fingerprint: after })
        .update({ seen_at: now - 6 * minute });
      await old.runTask(collect);
      expect(await fingerprints()).toEqual([before]);
    });
  },
);
