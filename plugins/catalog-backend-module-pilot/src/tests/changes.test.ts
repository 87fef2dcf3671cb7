import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
// The story needs both sides.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import pilotPlugin from '@pilot-to-platform/plugin-pilot-backend';
import request from 'supertest';
import {
  databases,
  initDatabases,
  PluginDatabases,
} from '../__testUtils__/databases';
import { api, group, pilot, TestEntities } from '../__testUtils__/TestEntities';
import { Portal, startPortal } from '../__testUtils__/testPortal';
import { until } from '../__testUtils__/until';

jest.setTimeout(300_000);

const userInfo = mockServices.userInfo.mock({
  getUserInfo: async () => ({
    userEntityRef: 'user:default/ana',
    ownershipEntityRefs: ['user:default/ana', 'group:default/payments'],
  }),
}).factory;

/** Nothing here waits for the look through the catalog: it runs once, and then each day. */
const seldom = { catalog: { syncInterval: { days: 1 } } };

describe.each(databases.eachSupportedId())(
  'what changes in the catalog, on %s',
  id => {
    let plugins: PluginDatabases;
    let entities: TestEntities;
    const running: Portal[] = [];

    beforeEach(async () => {
      plugins = await initDatabases(id);
      entities = new TestEntities([
        ...['payments', 'partner-tech', 'data'].map(group),
        api('orders'),
        pilot('first'),
      ]);
    });
    afterEach(async () => {
      await Promise.all(running.splice(0).map(({ backend }) => backend.stop()));
    });

    async function start(withPilot = true): Promise<Portal> {
      const portal = await startPortal({
        databases: plugins,
        entities,
        features: withPilot ? [pilotPlugin, userInfo] : [],
        pilot: seldom,
      });
      running.push(portal);
      return portal;
    }
    const get = async (portal: Portal, path: string) => {
      const { body } = await request(portal.backend.server)
        .get(`/api/pilot${path}`)
        .set('authorization', mockCredentials.user.header('user:default/ana'))
        .expect(200);
      return body;
    };
    const titles = async (portal: Portal) =>
      (await get(portal, '/pilots')).items
        .map(({ target, title, owner }: any) =>
          [target.split('/')[1], title, owner.split('/')[1]].join(' '),
        )
        .sort();
    const tasks = (portal: Portal, method: 'get' | 'post', path = '') =>
      request(portal.backend.server)
        [method](`/api/pilot/.backstage/scheduler/v1/tasks${path}`)
        .set(
          'authorization',
          mockCredentials.service.header({
            onBehalfOf: mockCredentials.service('external:test'),
            targetPluginId: 'pilot',
          }),
        );
    /** The look through the catalog at the start, which finds everything, is over. */
    const synced = (portal: Portal) =>
      until(async () => {
        const { body } = await tasks(portal, 'get');
        const sync = body.tasks.find(
          ({ taskId }: any) => taskId === 'pilot-catalog-sync',
        );
        return Boolean(sync?.taskState?.lastRunEndedAt);
      }, true);

    it('is in portfolio, map and capability groups without the regular look', async () => {
      const portal = await start();
      await synced(portal);
      const titled = (name: string, spec: object, title = `The ${name}`) => {
        const made = pilot(name, { capability: 'streams', ...spec });
        return { ...made, metadata: { ...made.metadata, title } };
      };
      await until(() => titles(portal), ['first  partner-tech']);

      await entities.put(
        titled('new', { problem: 'Copies grow old at night' }),
        titled('twin', { owner: 'data', problem: 'Nobody knows who reads' }),
      );
      await until(
        () => titles(portal),
        [
          'first  partner-tech',
          'new The new partner-tech',
          'twin The twin data',
        ],
      );
      await until(async () => {
        const { items } = await get(portal, '/pilots');
        return items.every(({ readiness }: any) => readiness !== null);
      }, true);
      await until(async () => {
        const { groups } = await get(portal, '/fragmentation');
        return groups.map(({ members }: any) =>
          members.map(({ target }: any) => target).sort(),
        );
      }, [['pilot:default/new', 'pilot:default/twin']]);

      await entities.put(titled('new', { owner: 'data' }, 'Another'));
      await until(
        () => titles(portal),
        ['first  partner-tech', 'new Another data', 'twin The twin data'],
      );
    });

    it('is found after an outage, and through any of two replicas', async () => {
      const portal = await start();
      await synced(portal);
      await portal.backend.stop();
      running.splice(0);
      // Processes while nobody listens, and is gone before anybody does.
      const alone = await start(false);
      await entities.put(pilot('meanwhile'));
      await until(
        async () => Boolean(await alone.find('pilot:default/meanwhile')),
        true,
      );
      await alone.backend.stop();
      running.splice(0);
      const [one, other] = [await start(), await start()];
      await entities.put(pilot('both'));
      for (const replica of [one, other]) {
        await until(
          async () =>
            (
              await titles(replica)
            ).filter((each: string) => each.startsWith('both')),
          ['both  partner-tech'],
        );
      }
      // What was lost with the process that knew it, the regular look finds.
      await tasks(one, 'post', '/pilot-catalog-sync/trigger').expect(200);
      await until(
        () => titles(other),
        [
          'both  partner-tech',
          'first  partner-tech',
          'meanwhile  partner-tech',
        ],
      );
    });
  },
);
