import { mockServices } from '@backstage/backend-test-utils';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { databases } from '../__testUtils__/databases';
import {
  columnsOf,
  datedAhead,
  instants,
  numbers,
  planned,
} from '../__testUtils__/datedAhead';
import { startFullWorld } from '../__testUtils__/fullWorld';
import { api, pilot, TestCatalog } from '../__testUtils__/testCatalog';
import { TestMetrics } from '../__testUtils__/TestMetrics';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { SkewWatch } from '../kernel/clock/SkewWatch';
import { DatabaseClock } from '../kernel/clock/DatabaseClock';

jest.setTimeout(300_000);

const hour = 3_600_000;
const tenYears = 87_660 * hour;
const ahead = () => new Date(Date.now() + tenYears);
const behind = () => new Date(Date.now() - hour);
const orders = 'api:default/orders';
const payments = 'group:default/payments';

/** Columns dated as of the instant that it was computed or looked for, and why. */
const asOfReading: Readonly<Record<string, string>> = {
  'message_sent.sent_at': 'an hour is counted from it by the same reading',
  'outbox.claimed_at': 'a claim is looked for and made by the same reading',
  'outbox.created_at': 'a reminder is due at once, as of what was looked for',
  'interest.reminded_at': 'as of what was due',
  'readiness_fact.collected_at': 'as of when the sources were asked',
  'readiness_log.at': 'what a source says holds as of when it was asked',
  'target.assessed_at':
    'readiness lapses: as of the reading that it was computed at',
  'target.ranked_at':
    'the score decays: as of the reading that it was computed at',
  'upkeep.finished_at': 'a sweep holds as of when it began',
};

/** Writes what the full world lacks: moves, erasures, leaving entities and teams. */
async function writeTheRest(portal: TestPortal): Promise<void> {
  const { catalog } = portal;
  const admin = portal.asService();
  catalog.set(api('feed'), api('leaving'), pilot('late'));
  await portal.importAll([
    {
      ...{ type: 'interest', target: 'api:default/feed' },
      ...{ team: 'group:default/squad', author: 'user:default/eve.squad' },
      createdAt: new Date(Date.now() - 48 * hour).toISOString(),
    },
  ]);
  await portal.record('cleo', 'api:default/leaving', {
    team: 'group:default/ads',
  });
  catalog.remove(
    ...['api:default/leaving', 'group:default/ads', 'group:default/squad'],
  );
  for (const [path, body] of [
    [
      '/merges/teams',
      { from: 'group:default/squad', into: payments, reason: 'Renamed' },
    ],
    ['/persons/erase', { person: 'user:default/eve.squad' }],
    ['/pilots/declared-phases', {}],
    ['/maintenance/rebuild', {}],
  ] as const) {
    const { status, text } = await admin.post(path).send(body);
    expect([path, status, status < 300 || text]).toEqual([path, status, true]);
  }
}

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
  expect(readers.sort()).toEqual([
    'kernel/clock/Clock.ts',
    'kernel/clock/processClock.ts',
  ]);
});

it('knows every column that says when something happened', async () => {
  const knex = await databases.init('SQLITE_3');
  const portal = await startPortal({ knex });
  const columns = await columnsOf(knex);
  const known = new Set([
    ...Object.entries(instants).flatMap(([table, names]) =>
      names.map(name => `${table}.${name}`),
    ),
    ...Object.keys(planned),
    ...numbers,
  ]);
  expect([...known].filter(column => !columns.has(column))).toEqual([]);
  const large = [...columns].filter(([, type]) => /bigint/.test(type));
  expect(
    large.map(([column]) => column).filter(column => !known.has(column)),
  ).toEqual([]);
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

  it.each([
    ['ahead', hour],
    ['behind', -hour],
  ])(
    'ask the database in each write, while what they carry on is %s',
    async (_, skew) => {
      const knex = await databases.init('POSTGRES_18');
      const carried = jest
        .spyOn(DatabaseClock.prototype, 'now')
        .mockImplementation(() => new Date(Date.now() + skew));
      try {
        const world = await startFullWorld({ knex });
        portals.push(world);
        await writeTheRest(world);
        for (const task of [...world.tasks(), ...world.tasks()]) {
          await world.runTask(task);
        }
        const from = Date.now() + skew - hour / 2;
        const dated: string[] = [];
        for (const [table, columns] of Object.entries(instants)) {
          for (const column of columns) {
            const row = await knex(table)
              .whereBetween(column, [from, from + hour])
              .first();
            dated.push(...(row ? [`${table}.${column}`] : []));
          }
        }
        expect(dated.filter(column => !(column in asOfReading))).toEqual([]);
      } finally {
        carried.mockRestore();
      }
    },
  );

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
