import { Knex } from 'knex';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { datedAhead, instants } from '../__testUtils__/datedAhead';
import { startFullWorld } from '../__testUtils__/fullWorld';
import { TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const tenYears = 3653 * dayMs;
/** Statements that a task of this small world may need; a loop needs more. */
const most = 3000;

/** Dates everything by a clock that was ten years ahead. */
async function dateAhead(knex: Knex): Promise<void> {
  for (const [table, columns] of Object.entries(instants)) {
    for (const column of columns) {
      await knex(table)
        .whereNotNull(column)
        .update({ [column]: Date.now() + tenYears });
    }
  }
  await knex('outbox').update({ due_at: Date.now() + tenYears });
}

describe.each(databases.eachSupportedId())(
  'what a clock far ahead has dated, on %s',
  databaseId => {
    let portal: TestPortal;
    let knex: Knex;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startFullWorld({ knex });
      // Everything is kept once, as after some hours.
      for (const task of portal.tasks()) {
        if (task !== 'pilot-send-messages') {
          await portal.runTask(task);
        }
      }
    });
    afterEach(() => portal?.backend.stop());

    /** Runs every task, and says which ones did not come to an end by themselves. */
    const runAll = async (): Promise<string[]> => {
      const endless: string[] = [];
      for (const task of portal.tasks()) {
        const controller = new AbortController();
        let count = 0;
        const onQuery = () => {
          if (++count > most) {
            controller.abort();
          }
        };
        knex.on('query', onQuery);
        await portal.runTask(task, controller.signal);
        knex.removeListener('query', onQuery);
        if (controller.signal.aborted) {
          endless.push(task);
        }
      }
      return endless;
    };

    it('lets every task end', async () => {
      await dateAhead(knex);
      expect(await runAll()).toEqual([]);
      expect(await runAll()).toEqual([]);
    });

    it('does not keep the tasks from their work', async () => {
      const ahead = Date.now() + tenYears;
      const waiting = await knex('outbox').orderBy('id').select('id');
      expect(waiting.length).toBeGreaterThan(3);
      const ids = waiting.map(({ id }) => Number(id));
      const claimed = { claimed_at: ahead, claim: 'another', due_at: 0 };
      for (const [index, id] of ids.entries()) {
        const row = [claimed, { due_at: ahead }, { due_at: 0 }][index % 3];
        await knex('outbox').where({ id }).update(row);
      }
      await knex('interest')
        .where({ status: 'open', withdrawn: false })
        .update({ confirmed_at: 1, reminded_at: ahead });
      await knex('target')
        .where({ kind: 'pilot' })
        .update({ assessed_at: ahead });
      await knex('readiness_fact').update({ collected_at: ahead });
      await knex('check_result').update({ at: ahead });
      await knex('upkeep').update({ finished_at: ahead });
      await knex('message_sent').insert({
        ...{ recipient: 'user:default/ana', scope: 'of old' },
        sent_at: ahead,
      });
      await knex('request').insert({
        ...{ author: 'user:default/ana', request_id: 'of-old' },
        ...{ interest_id: 'gone', created_at: ahead },
      });

      expect(await runAll()).toEqual([]);
      await portal
        .asService('external:ci')
        .post('/readiness/pilot/default/lake/results')
        .send([{ check: 'docs.examples', verdict: 'fail' }])
        .expect(200);

      const left = await knex('outbox').whereIn('id', ids);
      expect(left).toEqual([]);
      const asked = await knex('outbox').where({ topic: 'confirm' });
      expect(asked).toMatchObject([{ recipient: 'user:default/ana' }]);
      expect(await datedAhead(knex, new Date())).toEqual(['check_result.at']);
      const results = await knex('check_result').where({ verdict: 'fail' });
      expect(results).toHaveLength(1);
      expect(Number(results[0].at)).toBeLessThan(ahead);
    });
  },
);
