import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { datedAhead } from '../__testUtils__/datedAhead';
import { startFullWorld } from '../__testUtils__/fullWorld';
import { api, TestCatalog } from '../__testUtils__/testCatalog';
import { TestMetrics } from '../__testUtils__/TestMetrics';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { FutureWatch } from './FutureWatch';

jest.setTimeout(300_000);

const tenYears = 3653 * dayMs;
const orders = 'api:default/orders';
const payments = 'group:default/payments';
const ads = 'group:default/ads';

/** Moves every time of what was written so far ten years on, as a clock did. */
async function moveAhead(knex: Knex): Promise<void> {
  const later = (text: string) =>
    text.replace(/"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g, (_, at) =>
      JSON.stringify(new Date(Date.parse(at) + tenYears).toISOString()),
    );
  for (const table of ['interest_log', 'readiness_log']) {
    for (const row of await knex(table)) {
      await knex(table)
        .where({ seq: row.seq })
        .update({
          at: Number(row.at) + tenYears,
          recorded_at: Number(row.recorded_at) + tenYears,
          payload: later(row.payload),
        });
    }
  }
  for (const [table, columns] of Object.entries({
    attestation: ['at', 'revoked_at', 'expires_at'],
    check_result: ['at'],
    dismissal: ['at'],
    interest: ['created_at', 'confirmed_at', 'updated_at', 'status_at'],
    policy: ['since'],
    proposal: ['proposed_at', 'decided_at'],
    readiness_fact: ['collected_at'],
    satisfaction: ['at'],
    target: ['last_at', 'phase_since', 'newest_at', 'ref_at', 'changed_at'],
    team_demand: ['newest_at', 'ref_at'],
    waiver: ['at', 'revoked_at', 'expires_at'],
  })) {
    for (const column of columns) {
      await knex(table)
        .whereNotNull(column)
        .update({ [column]: knex.raw('?? + ?', [column, tenYears]) });
    }
  }
  await knex('demand_day').update({ day: knex.raw('day + 3653') });
  await knex('satisfaction').update({ quarter: '2036-Q4' });
}

describe.each(databases.eachSupportedId())(
  'what a clock far ahead has dated is mended on %s',
  databaseId => {
    let portal: TestPortal;
    let knex: Knex;
    afterEach(() => portal?.backend.stop());

    const redate = async (body: object = {}) => {
      const response = await portal
        .asService()
        .post('/maintenance/redate')
        .send(body)
        .expect(200);
      return response.body;
    };

    it('with what was written after it, and leaves a trace', async () => {
      const begun = Date.now();
      knex = await databases.init(databaseId);
      const catalog = new TestCatalog();
      catalog.set(api('orders'));
      portal = await startPortal({ knex, catalog });
      await portal.record('ana', orders, { team: payments });
      const before = await portal.demand('ana', orders);
      await moveAhead(knex);
      // What is written by now is dated behind what lies ahead, and in order.
      const { interest } = await portal.record('cleo', orders, { team: ads });
      expect(Date.parse(interest.createdAt)).toBeGreaterThan(begun + dayMs);

      const found = await redate({ dryRun: true });
      expect(found).toMatchObject({ dryRun: true, targets: 1 });
      expect(found.rows).toMatchObject({ interest: 2, target: 1, policy: 1 });
      expect(await redate()).toEqual({
        ...{ ...found, dryRun: false },
        now: expect.any(String),
      });
      const now = Date.now();
      expect(await datedAhead(knex, new Date(now + 1000))).toEqual([]);
      const [{ last }] = await knex('demand_day').max({ last: 'day' });
      expect(Number(last)).toBe(Math.floor(now / dayMs));

      const log = await portal.log(orders);
      expect(log.map(({ type }) => type)).toEqual([
        ...['owner', 'recorded', 'recorded', 'redated'],
      ]);
      expect(log.at(-1)).toMatchObject({ actor: 'external:script' });
      for (const line of log) {
        expect(Number(line.at)).toBeGreaterThanOrEqual(begun - 1000);
        expect(Number(line.at)).toBeLessThanOrEqual(now + 1000);
      }
      const after = await portal.demand('ana', orders);
      expect(after.counts.teams).toBe(2);
      expect(after.score).toBeGreaterThan(before.score);
      expect(Date.parse(after.asOf)).toBeLessThanOrEqual(Date.now() + 1000);
      // Kept sums and the log say the same.
      const past = await portal.demand('ana', orders, after.asOf);
      expect(past.score).toBeCloseTo(after.score, 6);
      // And it goes on from there.
      const body = { team: ads, useCase: 'Weekly' };
      const next = await portal.record('cleo', orders, body);
      expect(Date.parse(next.interest.confirmedAt)).toBeLessThanOrEqual(
        Date.now() + 1000,
      );
      expect(await redate()).toMatchObject({ rows: {}, targets: 0 });
    });

    /** Starts with an API, and what somebody imported of one need of it. */
    const startWith = async (lines: readonly object[]) => {
      knex = await databases.init(databaseId);
      const catalog = new TestCatalog();
      catalog.set(api('orders'));
      portal = await startPortal({ knex, catalog });
      const of = {
        ...{ target: orders, team: payments, author: 'user:default/ana' },
        useCaseKey: 'default',
      };
      await portal.importAll(lines.map(each => ({ ...of, ...each })));
    };
    const status = (word: string, at: string) => ({
      ...{ type: 'status', status: word, note: null, at },
      by: 'user:default/dana',
    });

    it('with what was imported, in the order of its times', async () => {
      await startWith([
        { type: 'interest', createdAt: '2026-01-10T09:00:00Z' },
        status('planned', '2026-01-11T09:00:00Z'),
        status('adopted', '2026-01-12T09:00:00Z'),
      ]);
      await moveAhead(knex);
      await redate();
      const { asOf } = await portal.demand('ana', orders);
      const past = await portal.demand('ana', orders, asOf);
      expect(past.counts.adopters).toBe(1);
    });

    it('with lines that wait, each in a millisecond of its own', async () => {
      const minute = (index: number) =>
        new Date(Date.UTC(2026, 0, 10, 9, index)).toISOString();
      await startWith(
        [...Array(40).keys()].map(index =>
          status(index % 2 ? 'planned' : 'acknowledged', minute(index)),
        ),
      );
      // Something in their target was dated ahead too, which leaves a trace now.
      await portal.record('cleo', orders, { team: ads });
      await moveAhead(knex);
      for (const { id, at, line } of await knex('waiting_line')) {
        const later = Number(at) + tenYears;
        await knex('waiting_line')
          .where({ id })
          .update({
            at: later,
            line: JSON.stringify({
              ...JSON.parse(line),
              at: new Date(later).toISOString(),
            }),
          });
      }
      await redate();
      const rows = await knex('waiting_line').orderBy('id');
      const times = rows.map(({ at }) => Number(at));
      expect(times).toHaveLength(40);
      expect(times).toEqual(times.map((_, index) => times[0] + index));
      expect(rows.map(({ line }) => Date.parse(JSON.parse(line).at))).toEqual(
        times,
      );
    });

    it('beside a line of the log that cannot be read', async () => {
      await startWith([
        { type: 'interest', createdAt: '2026-01-10T09:00:00Z' },
      ]);
      await moveAhead(knex);
      await knex('interest_log')
        .where({ type: 'recorded' })
        .update({ payload: '{"state":' });
      await redate();
      expect(await datedAhead(knex, new Date(Date.now() + dayMs))).toEqual([]);
    });

    it('of signatures, decisions, answers and policies too', async () => {
      knex = await databases.init(databaseId);
      portal = await startFullWorld({ knex });
      const spans = async () =>
        (await knex('attestation').orderBy('check_id')).map(
          row => Number(row.expires_at) - Number(row.at),
        );
      const held = await spans();
      await moveAhead(knex);
      await redate();
      const now = Date.now();
      expect(await datedAhead(knex, new Date(now + 1000))).toEqual([]);
      expect(await spans()).toEqual(held);
      const ratings = await knex('satisfaction').select('quarter');
      const month = new Date(now).getUTCMonth();
      const quarter = `${new Date(now).getUTCFullYear()}-Q${
        Math.floor(month / 3) + 1
      }`;
      expect(ratings.map(row => row.quarter)).toEqual([quarter, quarter]);
      const decisions = await portal
        .as('ana')
        .get('/pilots/default/lake/decisions')
        .expect(200);
      expect(decisions.body.items).toHaveLength(1);
      for (const path of ['/pilots', '/policy', '/interests', '/demand']) {
        await portal.as('ana').get(path).expect(200);
      }
      for (const task of portal.tasks()) {
        await portal.runTask(task);
      }
    });

    it('beside a decision whose snapshot cannot be read', async () => {
      knex = await databases.init(databaseId);
      portal = await startFullWorld({ knex });
      await moveAhead(knex);
      await knex('proposal').update({ snapshot: '{"score":' });
      await redate();
      expect(await datedAhead(knex, new Date(Date.now() + dayMs))).toEqual([]);
      const { snapshot } = await knex('proposal').first();
      expect(snapshot).toBe('{"score":');
    });

    it('is looked for, counted and warned about', async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({ knex });
      const logger = mockServices.logger.mock();
      const metrics = new TestMetrics();
      const watch = new FutureWatch({
        ...{ knex, logger },
        metrics: metrics.service(),
      });
      const now = new Date();
      await watch.run(now);
      expect(logger.warn).not.toHaveBeenCalled();
      await knex('policy').update({ since: now.getTime() + tenYears });
      await watch.run(now);
      expect(await metrics.collect('pilot.row.future')).toBe(1);
      expect(logger.warn.mock.calls).toEqual([
        [
          expect.stringMatching(
            /: 1 of policy\. If that clock is right, POST \/maintenance\/redate mends them$/,
          ),
        ],
      ]);
      await redate();
      await watch.run(now);
      expect(await metrics.collect('pilot.row.future')).toBe(0);
    });
  },
);
