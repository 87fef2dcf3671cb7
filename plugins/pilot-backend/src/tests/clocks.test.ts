import { mockServices } from '@backstage/backend-test-utils';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { databases } from '../__testUtils__/databases';
import { datedAhead, instants } from '../__testUtils__/datedAhead';
import { startFullWorld } from '../__testUtils__/fullWorld';
import { api, pilot, TestCatalog } from '../__testUtils__/testCatalog';
import { TestMetrics } from '../__testUtils__/TestMetrics';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { SkewWatch } from '../metrics/SkewWatch';
import { DatabaseClock } from '../store/DatabaseClock';

jest.setTimeout(300_000);

const hour = 3_600_000;
const tenYears = 87_660 * hour;
const ahead = () => new Date(Date.now() + tenYears);
const behind = () => new Date(Date.now() - hour);
const orders = 'api:default/orders';
const payments = 'group:default/payments';

/** SQLite has no other clock than the process. */
const onClockOfItsOwn = databases.supports('POSTGRES_18')
  ? describe
  : describe.skip;

it('reads the clock of the process in one place, and where there is no other', () => {
  const src = resolve(__dirname, '..');
  const readers = globSync('**/*.ts', { cwd: src }).filter(
    file =>
      !/\.test\.ts$|__testUtils__|^tests/.test(file) &&
      /new Date\(\)|Date\.now\(\)/.test(
        readFileSync(resolve(src, file), 'utf8'),
      ),
  );
  expect(readers.sort()).toEqual(['processClock.ts', 'store/Clock.ts']);
});

it('knows every column that says when something happened', async () => {
  const knex = await databases.init('SQLITE_3');
  const portal = await startPortal({ knex });
  const found: string[] = [];
  for (const { name } of await knex('sqlite_master')
    .where({ type: 'table' })
    .select('name')) {
    const columns = Object.keys(await knex(name).columnInfo());
    found.push(
      ...columns
        .filter(column => /(^|_)(at|since)$/.test(column))
        .map(column => `${name}.${column}`),
    );
  }
  // When something is to happen lies in the future.
  const planned = ['attestation.expires_at', 'outbox.due_at'];
  const known = Object.entries(instants).flatMap(([table, columns]) =>
    columns.map(column => `${table}.${column}`),
  );
  expect(
    found
      .filter(column => !/knex_/.test(column))
      .filter(column => ![...planned, 'waiver.expires_at'].includes(column))
      .sort(),
  ).toEqual(known.sort());
  await portal.backend.stop();
});

onClockOfItsOwn('replicas with other clocks on POSTGRES_18', () => {
  const portals: TestPortal[] = [];
  const start = async (options: Parameters<typeof startPortal>[0]) => {
    const portal = await startPortal(options);
    portals.push(portal);
    return portal;
  };
  afterEach(async () => {
    for (const { backend } of portals.splice(0)) {
      await backend.stop();
    }
  });

  it('date nothing by the clock of a replica', async () => {
    const begun = Date.now();
    const knex = await databases.init('POSTGRES_18');
    const world = await startFullWorld({ knex, processClock: ahead });
    portals.push(world);
    for (const task of world.tasks()) {
      await world.runTask(task);
    }
    expect(await datedAhead(knex, new Date(Date.now() + 1000))).toEqual([]);
    // Nor by one that is behind.
    const late = await start({
      ...{ knex, catalog: world.catalog, processClock: behind },
    });
    await late.record('cleo', 'pilot:default/lake', {
      team: 'group:default/ads',
    });
    for (const task of late.tasks()) {
      await late.runTask(task);
    }
    const rows = await knex('interest_log').min({ first: 'at' });
    expect(Number(rows[0].first)).toBeGreaterThan(begun - 1000);
  });

  it('write in turns, and answer alike', async () => {
    const catalog = new TestCatalog();
    catalog.set(api('orders'), pilot('sharing'));
    const knex = await databases.init('POSTGRES_18');
    const one = await start({ knex, catalog, processClock: ahead });
    const other = await start({
      ...{ knex, catalog, processClock: behind },
      config: { pilot: { demand: { halfLife: '90d' } } },
    });
    const begun = Date.now() - 1000;
    // The policy of the one that started last is in force, also for the first.
    for (const portal of [one, other]) {
      const { body } = await portal.as('ana').get('/policy').expect(200);
      expect(body.demand.halfLifeDays).toBe(90);
      expect(Date.parse(body.since)).toBeLessThanOrEqual(Date.now() + 1000);
    }
    const ofAna = (text: string) => ({ team: payments, useCase: text });
    for (const [portal, text] of [
      [one, 'Daily'],
      [other, 'Weekly'],
      [one, 'Monthly'],
      [other, 'Yearly'],
    ] as const) {
      await portal.record('ana', orders, ofAna(text));
    }
    const log = await one.log(orders);
    const said = log.filter(({ type }) => /recorded|changed/.test(type));
    expect(
      said
        .map(({ payload }) => JSON.parse(payload))
        .map(line => (line.state ?? line.change).useCase),
    ).toEqual(['Daily', 'Weekly', 'Monthly', 'Yearly']);
    const times = log.map(({ at }) => Number(at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(begun);
    expect(times.at(-1)).toBeLessThanOrEqual(Date.now() + 1000);

    // Recomputing ends, with the policy that replaced the first one.
    await one.runTask('pilot-demand-recompute');
    const { body: policy } = await one.as('ana').get('/policy');
    const stored = await knex('target').where('ref', orders);
    expect(stored).toMatchObject([{ policy: policy.fingerprint }]);

    const asOf = new Date().toISOString();
    for (const path of [
      `/demand/api/default/orders?asOf=${asOf}`,
      `/demand?asOf=${asOf}`,
      `/interests?target=${orders}`,
      '/policy',
      '/pilots/default/sharing/decisions',
      '/readiness/pilot/default/sharing/log',
    ]) {
      const [first, second] = await Promise.all(
        [one, other].map(portal => portal.as('ana').get(path)),
      );
      expect([path, first.status]).toEqual([path, 200]);
      expect([path, first.text]).toEqual([path, second.text]);
    }
    for (const portal of [one, other]) {
      const { asOf: at, score } = await portal.demand('ana', orders);
      expect(Date.parse(at)).toBeGreaterThanOrEqual(times.at(-1)!);
      expect(Date.parse(at)).toBeLessThanOrEqual(Date.now() + 1000);
      expect(score).toBeGreaterThan(0);
      // An instant of the future is one of the database's future.
      const query = `/demand?asOf=${new Date(Date.now() + hour).toISOString()}`;
      await portal.as('ana').get(query).expect(400);
      const past = new Date(Date.now() - 60_000).toISOString();
      await portal.as('ana').get(`/demand?asOf=${past}`).expect(200);
    }
    // A message is due a minute later, by no other clock.
    await one.runTask('pilot-send-messages');
    expect(one.notifications).toEqual([]);
  });

  it('are warned about once, and measured', async () => {
    const knex = await databases.init('POSTGRES_18');
    const logger = mockServices.logger.mock();
    let skew = 2 * hour;
    const processClock = () => new Date(Date.now() + skew);
    const metrics = new TestMetrics();
    const watch = new SkewWatch({
      ...{ knex, processClock, logger },
      database: new DatabaseClock(processClock()),
      metrics: metrics.service(),
    });
    await watch.run();
    await watch.run();
    const measured = await metrics.collect('pilot.clock.skew');
    expect(measured).toBeGreaterThan(7190);
    expect(measured).toBeLessThan(7210);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^The clock of this replica is 7\d+ s ahead of/)],
    ]);
    skew = 0;
    await watch.run();
    expect(logger.info.mock.calls).toHaveLength(1);
    skew = -hour;
    await watch.run();
    expect(logger.warn.mock.calls[1]).toEqual([
      expect.stringMatching(/ s behind the database's/),
    ]);
  });
});
