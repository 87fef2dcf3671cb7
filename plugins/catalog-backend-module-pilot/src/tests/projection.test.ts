import eventsPlugin from '@backstage/plugin-events-backend';
import { JsonObject } from '@backstage/types';
import { FakeFeed } from '../__testUtils__/FakeFeed';
import {
  databases,
  initDatabases,
  PluginDatabases,
} from '../__testUtils__/databases';
import { fakePilotPlugin } from '../__testUtils__/fakePilotPlugin';
import { api, group, pilot, TestEntities } from '../__testUtils__/TestEntities';
import { Portal, startPortal } from '../__testUtils__/testPortal';
import { until } from '../__testUtils__/until';

jest.setTimeout(300_000);

const orders = 'api:default/orders';
const sharing = 'pilot:default/sharing';
const payments = 'group:default/payments';
const search = 'group:default/search';
const rarely = { catalog: { pollInterval: { hours: 1 } } };
const often = { catalog: { pollInterval: { milliseconds: 100 } } };

describe.each(databases.eachSupportedId())('The projection on %s', id => {
  let plugins: PluginDatabases;
  let entities: TestEntities;
  const running: Portal[] = [];

  beforeEach(async () => {
    plugins = await initDatabases(id);
    entities = new TestEntities([
      ...['payments', 'search', 'partner-tech'].map(group),
      api('orders'),
      pilot('sharing', { implementedBy: ['api:orders'] }),
    ]);
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ backend }) => backend.stop()));
  });

  async function start(
    options: { feed?: FakeFeed; pilot?: JsonObject; eventBus?: boolean } = {},
  ) {
    const fake = options.feed && fakePilotPlugin(options.feed);
    const portal = await startPortal({
      databases: plugins,
      entities,
      features: [
        ...(fake ? [fake.plugin] : []),
        ...(options.eventBus ? [eventsPlugin] : []),
      ],
      pilot: options.pilot ?? often,
    });
    running.push(portal);
    const found = async (ref: string) => Boolean(await portal.find(ref));
    await until(() => found(orders), true);
    await until(() => found(sharing), true);
    return { ...portal, announce: fake?.announce ?? (async () => {}) };
  }

  it('shows interest on both sides after an event, and takes it away', async () => {
    const feed = new FakeFeed();
    const portal = await start({ feed, pilot: rarely });

    feed.set(orders, { teams: [payments, search], adopters: [search] });
    await portal.announce();
    await until(
      () => portal.related(orders, 'hasInterestFrom'),
      [payments, search],
    );
    await until(() => portal.related(payments, 'interestedIn'), [orders]);
    await until(() => portal.related(search, 'adopts'), [orders]);
    await until(() => portal.related(orders, 'adoptedBy'), [search]);

    feed.set(orders, { teams: [search] });
    await portal.announce();
    await until(() => portal.related(orders, 'hasInterestFrom'), [search]);
    await until(() => portal.related(payments, 'interestedIn'), []);
    await until(() => portal.related(search, 'adopts'), []);
  });

  it('finds by its poll what no event told', async () => {
    const feed = new FakeFeed();
    const portal = await start({ feed });
    feed.set(orders, { teams: [payments] });
    await until(() => portal.related(payments, 'interestedIn'), [orders]);
    await until(async () => feed.acknowledged, 1);
  });

  it('gives Pilots their phase, level and relations, and refuses bad ones', async () => {
    const feed = new FakeFeed();
    const portal = await start({ feed });
    feed.set(sharing, {
      phase: 'demand',
      level: 'emerging',
      teams: [payments],
    });
    await until(async () => {
      const found = await portal.find(sharing);
      return [
        found?.spec?.phase,
        found?.metadata.labels?.['pilot-to-platform/demand-level'],
      ];
    }, ['demand', 'emerging']);
    await until(
      () => portal.related(sharing, 'ownedBy'),
      ['group:default/partner-tech'],
    );
    await until(() => portal.related(orders, 'implements'), [sharing]);

    await entities.put(pilot('bad', { owner: 'user:default/ada' }));
    await until(async () => {
      const row = await plugins
        .catalog('refresh_state')
        .where('entity_ref', 'pilot:default/bad')
        .first('errors');
      return /spec\.owner: must be a Group, because a pilot is a team/.test(
        row?.errors,
      );
    }, true);
    expect(await portal.find('pilot:default/bad')).toBeUndefined();
  });

  it('loses nothing over a restart, and brings what changed meanwhile', async () => {
    const feed = new FakeFeed();
    const first = await start({ feed });
    feed.set(orders, { teams: [payments] });
    await until(() => first.related(orders, 'hasInterestFrom'), [payments]);
    await until(async () => feed.acknowledged, 1);
    await first.backend.stop();

    feed.set(sharing, { teams: [search] });
    const second = await start({ feed });
    expect(await second.related(orders, 'hasInterestFrom')).toEqual([payments]);
    await until(() => second.related(search, 'interestedIn'), [sharing]);
    expect(await second.related(orders, 'hasInterestFrom')).toEqual([payments]);
  });

  it('deletes nothing in an outage, even of what is processed again', async () => {
    const feed = new FakeFeed();
    const before = await start({ feed });
    feed.set(orders, { teams: [payments] });
    feed.set(sharing, { teams: [search], phase: 'build-out', level: 'strong' });
    await until(() => before.related(orders, 'hasInterestFrom'), [payments]);
    await until(() => before.related(sharing, 'hasInterestFrom'), [search]);
    await before.backend.stop();

    const during = await start();
    await entities.put({
      ...api('orders'),
      metadata: { ...api('orders').metadata, title: 'Seen' },
    });
    await entities.put(pilot('sharing', { type: 'seen' }));
    await until(
      async () => (await during.find(orders))?.metadata.title,
      'Seen',
    );
    await until(async () => (await during.find(sharing))?.spec?.type, 'seen');
    expect(await during.related(orders, 'hasInterestFrom')).toEqual([payments]);
    expect(await during.related(payments, 'interestedIn')).toEqual([orders]);
    expect(await during.related(sharing, 'hasInterestFrom')).toEqual([search]);
    expect((await during.find(sharing))?.spec?.phase).toBe('build-out');
  });

  it('brings to new entities after an outage what they missed', async () => {
    const feed = new FakeFeed();
    feed.set('api:default/late', { teams: [payments] });
    feed.acknowledged = 1;
    feed.down = true;
    const portal = await start({ feed });
    await entities.put(api('late'));
    await until(
      async () => Boolean(await portal.find('api:default/late')),
      true,
    );
    feed.down = false;
    await until(
      () => portal.related(payments, 'interestedIn'),
      ['api:default/late'],
    );
  });

  it('keeps two replicas up, each with all changes', async () => {
    const [one, two] = [new FakeFeed(), new FakeFeed()];
    const both = [one, two];
    const portal = await start({ feed: one });
    const replica = await start({ feed: two });
    for (let click = 1; click <= 20; click++) {
      const teams = click % 2 ? [payments] : [payments, search];
      both.forEach(feed => feed.set(orders, { teams }));
    }
    await until(
      () => portal.related(orders, 'hasInterestFrom'),
      [payments, search],
    );
    await until(() => replica.related(search, 'interestedIn'), [orders]);
    await until(
      async () => both.map(({ acknowledged }) => acknowledged),
      [20, 20],
    );
  });

  // The bus between replicas needs PostgreSQL.
  if (id !== 'SQLITE_3') {
    it('wakes every replica with an event of one', async () => {
      const [one, two] = [new FakeFeed(), new FakeFeed()];
      const portal = await start({ feed: one, pilot: rarely, eventBus: true });
      const replica = await start({ feed: two, pilot: rarely, eventBus: true });
      await until(
        async () => [one, two].map(({ asked }) => asked.length),
        [1, 1],
      );
      one.set(orders, { teams: [payments] });
      two.set(orders, { teams: [payments] });
      // Again and again, because a subscription on the bus takes a moment.
      await until(async () => {
        await portal.announce();
        return [one, two].map(({ acknowledged }) => acknowledged);
      }, [1, 1]);
      await until(() => replica.related(orders, 'hasInterestFrom'), [payments]);
    });
  }

  it('works beside the model layer', async () => {
    const feed = new FakeFeed();
    const portal = await start({
      feed,
      pilot: { catalog: { ...often.catalog, modelLayer: true } },
    });
    feed.set(sharing, { teams: [payments], phase: 'demand', level: 'faint' });
    await until(() => portal.related(sharing, 'hasInterestFrom'), [payments]);
    await until(() => portal.related(sharing, 'implementedBy'), [orders]);
    await until(
      async () => (await portal.find(sharing))?.spec?.phase,
      'demand',
    );
  });

  it('leaves out what the filter and the limit leave out', async () => {
    const feed = new FakeFeed();
    const portal = await start({
      feed,
      pilot: {
        catalog: {
          ...often.catalog,
          relations: { filter: { kind: 'API' }, reverseLimit: 1 },
        },
      },
    });
    feed.set(sharing, { teams: [search] });
    feed.set(orders, { teams: [payments, search] });
    await until(() => portal.related(orders, 'hasInterestFrom'), [payments]);
    await until(() => portal.related(search, 'interestedIn'), [orders]);
    await until(async () => feed.acknowledged, 2);
    expect(await portal.related(sharing, 'hasInterestFrom')).toEqual([]);
  });
});

it('a bad setting stops the start and names its key', async () => {
  const entities = new TestEntities([]);
  const plugins = await initDatabases('SQLITE_3');
  await expect(
    startPortal({
      databases: plugins,
      entities,
      pilot: { catalog: { relations: { reverseLimit: -1 } } },
    }),
  ).rejects.toThrow('pilot.catalog.relations.reverseLimit');
});
