import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { readEverything } from '../__testUtils__/everyReading';
import { startFullWorld } from '../__testUtils__/fullWorld';
import {
  linesOfNextVersion,
  writeAsNextVersion,
} from '../__testUtils__/nextVersion';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const names = ['lake', 'pond'];

describe.each(databases.eachSupportedId())(
  'beside the next version on %s',
  databaseId => {
    let old: TestPortal;
    let restarted: TestPortal | undefined;
    afterEach(async () => {
      await old?.backend.stop();
      await restarted?.backend.stop();
      restarted = undefined;
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
      const decisions = async (portal: TestPortal) => {
        const { body } = await portal
          .as('ana')
          .get('/pilots/default/lake/decisions')
          .expect(200);
        return body.items.map(({ id, to }: any) => [id, to]);
      };
      const decided = await decisions(old);
      expect(decided).not.toEqual([]);
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
      // A word that is not known costs no decision.
      expect(await decisions(restarted)).toEqual(decided);
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

    it('loses no line that only the next version knows', async () => {
      const knex = await databases.init(databaseId);
      old = await startFullWorld({ knex });
      await writeAsNextVersion(knex, new Date());
      const lines = await linesOfNextVersion(knex);
      expect(lines.interest.length).toBeGreaterThan(1);
      const kept = async (of: Knex) =>
        expect(await linesOfNextVersion(of)).toEqual(lines);
      const root = () => old.asService();
      const target = 'pilot:default/lake';

      // It cannot say what such lines mean, so it leaves their targets alone.
      for (const path of ['/maintenance/check', '/maintenance/rebuild']) {
        const { body } = await root().post(path).send({}).expect(200);
        expect(body.notReplayable).toContain(target);
      }
      await kept(knex);

      // Everything that is written beside them leaves them where they are.
      const { text: interests } = await root().get('/export').expect(200);
      await root()
        .post('/import')
        .type('application/x-ndjson')
        .send(interests)
        .expect(200);
      await root()
        .post('/persons/withdraw')
        .send({ person: 'user:default/ana', reason: 'She left' })
        .expect(200);
      await root().post('/maintenance/redate').send({}).expect(200);
      await kept(knex);

      // They move house with everything else.
      const { text: file } = await root()
        .get('/export/everything')
        .buffer(true)
        .expect(200);
      const house = await databases.init(databaseId);
      restarted = await startPortal({ knex: house, catalog: old.catalog });
      const [ahead] = await knex('knex_migrations').where('batch', 99);
      await house('knex_migrations').insert({ ...ahead, id: undefined });
      await restarted
        .asService()
        .post('/import/everything')
        .type('application/x-ndjson')
        .send(file)
        .expect(200);
      await kept(house);
      const answers = await readEverything(restarted, names);
      expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    });
  },
);
