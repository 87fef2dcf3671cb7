import { databases } from '../__testUtils__/databases';
import { readEverything } from '../__testUtils__/everyReading';
import { startFullWorld } from '../__testUtils__/fullWorld';
import { writeAsNextVersion } from '../__testUtils__/nextVersion';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const names = ['lake', 'pond'];

describe.each(databases.eachSupportedId())(
  'beside the next version on %s',
  databaseId => {
    let old: TestPortal;
    let restarted: TestPortal | undefined;
    afterAll(async () => {
      await old?.backend.stop();
      await restarted?.backend.stop();
    });

    it('reads, writes and starts on what the next version has written', async () => {
      const knex = await databases.init(databaseId);
      old = await startFullWorld({ knex });
      const demands = async (portal: TestPortal) => {
        const { body } = await portal
          .as('ana')
          .get('/demand?kind=pilot')
          .expect(200);
        return body.items
          .filter(({ target }: any) => /lake|pond/.test(target))
          .map(({ target, counts }: any) => [target, counts]);
      };
      const before = await demands(old);
      const days = () =>
        knex('demand_day').orderBy(['target_id', 'day']).select('n', 't', 'm');
      await writeAsNextVersion(knex, new Date());

      restarted = await startPortal({ knex, catalog: old.catalog });
      for (const portal of [old, restarted]) {
        const answers = await readEverything(portal, names);
        expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
        for (const task of portal.tasks()) {
          await portal.runTask(task);
        }
      }
      // A line of a type that is not known changes no sums.
      expect(await demands(restarted)).toEqual(before);
      const kept = await days();
      await restarted.recompute();
      expect(await days()).toEqual(kept);
      // The policy of the next version holds, and stays.
      const policy = await restarted.as('ana').get('/policy').expect(200);
      expect(policy.body.fingerprint).toBe('nextversion1');
      // What this version knows nothing to say about waits for the next one.
      const left = await knex('outbox').where('topic', 'endorsement');
      expect(left).toMatchObject([{ attempts: 0, set_aside_at: null }]);

      // Writing goes on: a new ask counts, an answer is taken.
      const { interest, demand } = await restarted.record(
        'ben',
        'pilot:default/lake',
        { team: 'group:default/checkout' },
      );
      expect(demand.counts.teams).toBe(2);
      await restarted
        .as('dana')
        .put(`/interests/${interest.id}/status`)
        .send({ status: 'planned', version: interest.version })
        .expect(200);
    });
  },
);
