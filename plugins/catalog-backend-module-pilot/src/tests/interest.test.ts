import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
// The story needs both sides of the feed.
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

const orders = 'api:default/orders';
const sharing = 'pilot:default/sharing';
const payments = 'group:default/payments';
const search = 'group:default/search';
const architects = 'group:default/architects';
const people: Record<string, string[]> = {
  'user:default/ana': [payments],
  'user:default/cleo': [search],
  'user:default/dana': ['group:default/partner-tech'],
  'user:default/ada': [architects],
};

function userInfo() {
  return mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const { userEntityRef } = credentials.principal as any;
      const groups = people[userEntityRef];
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...groups],
      };
    },
  }).factory;
}

/** Ana is of the team payments, Cleo of search. */
function as(person: 'ana' | 'cleo', portal: Portal) {
  const token = mockCredentials.user.header(`user:default/${person}`);
  const [team] = people[`user:default/${person}`];
  return {
    async needs(ref: string, details: object = {}): Promise<string> {
      const { body, status } = await request(portal.backend.server)
        .put(`/api/pilot/interests/${ref.replace(':', '/')}`)
        .set('authorization', token)
        .send({ team, ...details });
      expect({ status, body }).toMatchObject({ body: { interest: { team } } });
      return body.interest.id;
    },
    async withdraws(interest: string): Promise<void> {
      const { status } = await request(portal.backend.server)
        .delete(`/api/pilot/interests/${interest}`)
        .set('authorization', token);
      expect(status).toBe(200);
    },
  };
}

/** Returns the calls of the Pilot's owners and approvers. */
function decisions(portal: Portal) {
  const send = async (person: string, path: string, body: object) => {
    const { status, body: answer } = await request(portal.backend.server)
      .post(`/api/pilot/pilots/default/sharing${path}`)
      .set('authorization', mockCredentials.user.header(person))
      .send(body);
    expect({ status, answer }).toMatchObject({ answer: { target: sharing } });
    return answer;
  };
  return {
    async moves(to: string): Promise<void> {
      const reason = 'The story needs it';
      const proposed = await send('user:default/dana', '/proposals', {
        ...{ to, reason },
      });
      const { id } = proposed.proposal;
      await send('user:default/ada', `/proposals/${id}/decision`, {
        ...{ decision: 'approve', reason, version: 1 },
      });
    },
  };
}

describe.each(databases.eachSupportedId())(
  'Recorded interest in the catalog on %s',
  id => {
    let plugins: PluginDatabases;
    let entities: TestEntities;
    const running: Portal[] = [];

    beforeEach(async () => {
      plugins = await initDatabases(id);
      entities = new TestEntities([
        ...['payments', 'search', 'partner-tech'].map(group),
        api('orders'),
        pilot('sharing', { implementedBy: [orders] }),
      ]);
    });

    afterEach(async () => {
      await Promise.all(running.splice(0).map(({ backend }) => backend.stop()));
    });

    async function start(options: { withPilot?: boolean; poll?: object } = {}) {
      const portal = await startPortal({
        databases: plugins,
        entities,
        features: options.withPilot === false ? [] : [pilotPlugin, userInfo()],
        pilot: {
          catalog: { pollInterval: options.poll ?? { milliseconds: 100 } },
          decisions: {
            approvers: [architects],
            gates: { 'build-out': { teams: 1, useCases: 0, score: 0 } },
          },
        },
      });
      running.push(portal);
      const found = async (ref: string) => Boolean(await portal.find(ref));
      await until(() => found(orders), true);
      await until(() => found(sharing), true);
      return portal;
    }

    const interested = (portal: Portal) =>
      portal.related(orders, 'hasInterestFrom');

    it('says with the next look that what somebody asked for was removed', async () => {
      const portal = await start();
      const ana = mockCredentials.user.header('user:default/ana');
      await as('ana', portal).needs(orders);
      const isGone = async () => {
        const { body } = await request(portal.backend.server)
          .get('/api/pilot/interests')
          .set('authorization', ana);
        return body.items.map((each: any) => each.targetGone);
      };
      expect(await isGone()).toEqual([false]);
      // The first look, which is made soon after a start, is over.
      const looks = async () => {
        const { body } = await request(portal.backend.server)
          .get('/api/pilot/.backstage/scheduler/v1/tasks')
          .set('authorization', mockCredentials.service.header());
        const { taskState, workerState } = body.tasks.find(
          (each: any) => each.taskId === 'pilot-catalog-sync',
        );
        return [taskState.status, workerState.status, taskState.lastRunEndedAt];
      };
      await until(async () => (await looks())[2] !== undefined, true);

      await entities.remove(api('orders'));
      await until(async () => Boolean(await portal.find(orders)), false);
      const [, , before] = await looks();
      const { status } = await request(portal.backend.server)
        .post(
          '/api/pilot/.backstage/scheduler/v1/tasks/pilot-catalog-sync/trigger',
        )
        .set('authorization', mockCredentials.service.header());
      expect(status).toBe(200);
      await until(async () => (await looks())[2] !== before, true);
      expect(await isGone()).toEqual([true]);
    });

    it('shows a click on both sides, with the events alone, and takes a withdrawal away', async () => {
      const portal = await start({ poll: { hours: 1 } });
      const ana = as('ana', portal);
      const interest = await ana.needs(orders);
      await until(() => interested(portal), [payments]);
      await until(() => portal.related(payments, 'interestedIn'), [orders]);

      await as('cleo', portal).needs(orders);
      await until(() => interested(portal), [payments, search]);

      await ana.withdraws(interest);
      await until(() => interested(portal), [search]);
      await until(() => portal.related(payments, 'interestedIn'), []);
    });

    it('moves a Pilot from pilot to demand, by what implements it too', async () => {
      const portal = await start();
      await until(() => portal.related(orders, 'implements'), [sharing]);
      const seen = async () => {
        const found = await portal.find(sharing);
        return [
          found?.spec?.phase,
          found?.metadata.labels?.['pilot-to-platform/demand-level'],
        ];
      };
      // The first look of the pilot backend through the catalog.
      await until(seen, ['pilot', 'none']);
      await as('ana', portal).needs(orders);
      await until(seen, ['demand', 'faint']);
      expect(await portal.related(sharing, 'hasInterestFrom')).toEqual([]);
    });

    it('shows a decided phase at once, and finds Pilots by it', async () => {
      const portal = await start({ poll: { hours: 1 } });
      await until(() => portal.related(orders, 'implements'), [sharing]);
      const inPhase = (phase: string) =>
        portal.filtered(`kind=pilot,spec.phase=${phase}`);
      await as('ana', portal).needs(orders);
      await until(() => inPhase('demand'), [sharing]);
      await decisions(portal).moves('build-out');
      await until(() => inPhase('build-out'), [sharing]);
      expect(await inPhase('demand')).toEqual([]);
      await decisions(portal).moves('reopen');
      await until(() => inPhase('demand'), [sharing]);
    });

    it('loses nothing over a restart', async () => {
      const first = await start();
      await as('ana', first).needs(orders);
      await until(() => interested(first), [payments]);
      await first.backend.stop();

      const second = await start();
      expect(await interested(second)).toEqual([payments]);
      await as('cleo', second).needs(orders);
      await until(() => interested(second), [payments, search]);
    });

    it('brings after a restart what was recorded while no catalog listened', async () => {
      const first = await start({ poll: { hours: 1 } });
      await as('ana', first).needs(orders);
      await until(() => interested(first), [payments]);
      // As if the click had come just before the end: saved, never refreshed.
      await first.backend.stop();
      await plugins.pilot('interest').update({ team: search });
      const { target_id } = await plugins.pilot('interest').first('target_id');
      await plugins.pilot('feed_pending').insert({ target_id });

      const second = await start({ poll: { hours: 1 } });
      await until(() => interested(second), [search]);
    });

    it('deletes nothing while the pilot backend is away', async () => {
      const before = await start();
      await as('ana', before).needs(orders);
      await until(() => interested(before), [payments]);
      await before.backend.stop();

      const during = await start({ withPilot: false });
      const changed = api('orders');
      changed.metadata = { ...changed.metadata, title: 'Processed again' };
      await entities.put(changed);
      const title = async () => (await during.find(orders))?.metadata.title;
      await until(title, 'Processed again');
      expect(await interested(during)).toEqual([payments]);
      expect(await during.related(payments, 'interestedIn')).toEqual([orders]);
    });

    it('reaches the catalogs of two replicas, whichever takes the click', async () => {
      const [one, two] = [await start(), await start()];
      await as('ana', one).needs(orders);
      await until(() => interested(two), [payments]);
      const interest = await as('cleo', two).needs(orders);
      await until(() => interested(one), [payments, search]);
      await as('cleo', one).withdraws(interest);
      await until(() => interested(two), [payments]);
      await until(() => one.related(search, 'interestedIn'), []);
    });

    // SQLite has one writer at a time, so that its order cannot differ.
    if (id !== 'SQLITE_3') {
      it('misses no row that is committed after a later one', async () => {
        const portal = await start();
        await as('ana', portal).needs(orders);
        await until(() => interested(portal), [payments]);

        const late = await plugins.pilot.transaction();
        const { target_id } = await late('interest').first('target_id');
        await late('interest').update({ team: search });
        await late('feed_pending').insert({ target_id });
        await as('cleo', portal).needs(sharing);
        await until(() => portal.related(sharing, 'hasInterestFrom'), [search]);
        expect(await interested(portal)).toEqual([payments]);
        await late.commit();
        await until(() => interested(portal), [search]);
      });
    }
  },
);
