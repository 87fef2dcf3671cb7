import { databases } from '../__testUtils__/databases';
import { api, pilot, TestCatalog } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const payments = 'group:default/payments';
const minute = 60_000;
const names = ['audit', 'books', 'cards', 'debts', 'exits', 'funds', 'gains'];

describe.each(databases.eachSupportedId())(
  'scheduled work of two replicas on %s',
  databaseId => {
    let portal: TestPortal;
    let catalog: TestCatalog;
    /** Runs while a slow notifications backend sends. */
    let whileSending: () => Promise<void>;
    let sent: string[];
    beforeEach(async () => {
      catalog = new TestCatalog();
      names.forEach(name => catalog.set(api(name)));
      sent = [];
      whileSending = async () => {};
      portal = await startPortal({
        knex: await databases.init(databaseId),
        catalog,
        notify: async ({ payload }) => {
          sent.push(payload.title);
          await whileSending();
        },
      });
    });
    afterEach(() => portal?.backend.stop());
    const recordAll = async () => {
      for (const name of names) {
        await portal.record('ana', `api:default/${name}`, { team: payments });
      }
    };

    it('sends each message once, though sending takes minutes', async () => {
      await recordAll();
      let now = Date.now() + 2 * minute;
      const [one, other] = [0, 1].map(() => portal.sender(() => new Date(now)));
      let sending = 0;
      whileSending = async () => {
        now += minute;
        if (++sending === 6) {
          await other.run();
        }
      };
      for (let round = 0; round < 3; round++) {
        await one.run();
        await other.run();
      }
      expect(sent.sort()).toEqual(
        names.map(name => `New interest in The ${name}`),
      );
    });

    it('sends nothing of a claim that another replica took over', async () => {
      await portal.record('ana', 'api:default/audit', { team: payments });
      let now = Date.now() + 2 * minute;
      const other = portal.sender(() => new Date(now));
      // While one looks up how teams are called, so much time passes that the
      // other one takes it to be gone.
      const service = catalog.service();
      let isFirst = true;
      jest.spyOn(catalog, 'service').mockReturnValue({
        ...service,
        getEntitiesByRefs: async (...args) => {
          if (isFirst) {
            isFirst = false;
            now += 6 * minute;
            await other.run();
          }
          return service.getEntitiesByRefs(...args);
        },
      } as typeof service);
      await portal.sender(() => new Date(now)).run();
      jest.restoreAllMocks();
      expect(sent).toEqual(['New interest in The audit']);
      expect(await portal.knex('outbox')).toEqual([]);
    });

    it('ends before the scheduler lets the next one begin', async () => {
      await recordAll();
      let now = Date.now() + 2 * minute;
      whileSending = async () => {
        now += 2 * minute;
      };
      await portal.sender(() => new Date(now)).run();
      // Begun at 0 and at 2 minutes: the second ends at four, before the five.
      expect(sent).toHaveLength(2);
    });

    it('leaves everything to the next run when its time is over', async () => {
      await recordAll();
      catalog.set(pilot('sharing'));
      await portal.knex('outbox').update({ due_at: 0 });
      await portal.knex('target').update({ policy: null });
      await portal.knex('interest').update({ confirmed_at: 1 });
      const state = async () => ({
        outbox: await portal.knex('outbox').orderBy('id'),
        targets: await portal.knex('target').orderBy('id'),
        facts: await portal.knex('readiness_fact').orderBy('target_id'),
        upkeep: await portal.knex('upkeep').orderBy('name'),
      });
      const before = await state();
      const tasks = portal.tasks();
      expect(tasks.length).toBeGreaterThanOrEqual(8);
      for (const task of tasks) {
        await portal.runTask(task, AbortSignal.abort());
        expect([task, await state()]).toEqual([task, before]);
      }
    });

    it('waits for nothing that a clock far ahead wrote', async () => {
      await portal.record('ana', 'api:default/audit', { team: payments });
      const now = Date.now() + 2 * minute;
      await portal.send(new Date(now));
      await portal
        .knex('message_sent')
        .update({ sent_at: now + 3650 * 1440 * minute });
      await portal.record('cleo', 'api:default/audit', {
        team: 'group:default/ads',
      });
      await portal.send(new Date(now + 2 * minute));
      expect(sent).toHaveLength(2);
    });
  },
);
