import { FakeFeed } from '../__testUtils__/FakeFeed';
import { databases, initDatabases } from '../__testUtils__/databases';
import { fakePilotPlugin } from '../__testUtils__/fakePilotPlugin';
import { api, group, pilot, TestEntities } from '../__testUtils__/TestEntities';
import { Portal, startPortal } from '../__testUtils__/testPortal';
import { until } from '../__testUtils__/until';

jest.setTimeout(300_000);

const orders = 'api:default/orders';
const sharing = 'pilot:default/sharing';
const payments = 'group:default/payments';
const often = { catalog: { pollInterval: { milliseconds: 100 } } };
const processingInterval = { seconds: 1 };

describe.each(databases.eachSupportedId())('Uninstalling on %s', id => {
  let portal: Portal | undefined;
  afterEach(() => portal?.backend.stop());

  const groups = ['payments', 'partner-tech'].map(group);
  const before = [
    ...groups,
    api('orders'),
    pilot('sharing', { implementedBy: ['api:orders'] }),
  ];

  async function install() {
    const plugins = await initDatabases(id);
    const feed = new FakeFeed();
    feed.set(orders, { teams: [payments] });
    portal = await startPortal({
      databases: plugins,
      entities: new TestEntities(before),
      features: [fakePilotPlugin(feed).plugin],
      pilot: often,
      processingInterval,
    });
    const { related } = portal;
    await until(() => related(orders, 'hasInterestFrom'), [payments]);
    await until(() => related(orders, 'implements'), [sharing]);
    await portal.backend.stop();
    return plugins;
  }

  it('leaves nothing in the catalog where the Pilots went first', async () => {
    const plugins = await install();
    const without = new TestEntities([...groups, api('orders')]);
    const options = {
      databases: plugins,
      entities: without,
      processingInterval,
    };
    portal = await startPortal({ ...options, pilot: often });
    await until(async () => Boolean(await portal!.find(sharing)), false);
    await portal.backend.stop();

    portal = await startPortal({ ...options, uninstalled: true });
    const { related } = portal;
    await until(() => related(orders, 'hasInterestFrom'), []);
    await until(() => related(payments, 'interestedIn'), []);
    await until(() => related(orders, 'implements'), []);
    const { metadata } = (await portal.find(orders))!;
    expect(JSON.stringify(metadata)).not.toMatch(/pilot/i);
  });

  it('leaves Pilots that nobody knows where they stayed', async () => {
    const plugins = await install();
    portal = await startPortal({
      databases: plugins,
      entities: new TestEntities(before),
      uninstalled: true,
      processingInterval,
    });
    const { find, related } = portal;
    await until(() => related(orders, 'hasInterestFrom'), []);
    // They stay as they were last, with an error of the catalog.
    await until(
      async () =>
        JSON.stringify((await find(sharing)) as any).includes(
          'No processor recognized',
        ),
      true,
    );
  });
});
