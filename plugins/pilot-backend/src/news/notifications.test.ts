import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { databases } from '../__testUtils__/databases';
import { api, TestCatalog } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

/** The name of what a notification is about tells nothing. */
const opaque = expect.stringMatching(/^[\w-]{22}$/);

const payments = 'group:default/payments';
const ads = 'group:default/ads';
const owner = 'group:default/partner-tech';
const ledger = 'api:default/ledger';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe.each(databases.eachSupportedId())(
  'notifications on %s',
  databaseId => {
    let portal: TestPortal;
    let start: number;
    /** So long after the test began. */
    const after = (ms: number) => new Date(start + ms);
    const begin = async (
      options: Partial<Parameters<typeof startPortal>[0]> = {},
    ) => {
      const catalog = new TestCatalog();
      catalog.set(api('ledger'));
      portal = await startPortal({
        knex: await databases.init(databaseId),
        catalog,
        ...options,
      });
      start = Date.now();
    };
    afterEach(() => portal?.backend.stop());
    const answer = async (id: string, body: object, person = 'dana') => {
      const response = await portal
        .as(person)
        .put(`/interests/${id}/status`)
        .send(body);
      expect([response.status, response.text]).toEqual([
        200,
        expect.anything(),
      ]);
      return response.body.interest;
    };
    const outbox = async () =>
      Number((await portal.knex('outbox').count({ n: '*' }))[0].n);
    /** Takes what was sent since the last look. */
    const sent = () => portal.notifications.splice(0);
    const of = (topic: string, all: NotificationSendOptions[] = sent()) =>
      all.filter(({ payload }) => payload.topic === topic);

    it('tells the owner of new interest, and the author of the answer', async () => {
      await begin();
      const { interest } = await portal.record('ana', ledger, {
        team: payments,
        useCaseKey: 'weekly-extracts',
        useCase: 'Extracts of all sales, every week.',
      });
      await portal.send(after(30_000));
      expect(sent()).toEqual([]);
      await portal.send(after(2 * minute));
      const [{ recipients, payload }] = sent();
      expect(recipients).toEqual({
        type: 'entity',
        entityRef: owner,
        excludeEntityRef: 'user:default/ana',
      });
      expect(payload).toEqual({
        title: 'New interest in The ledger',
        // The name of a team and not its title, which may be hidden.
        description: 'payments: "Weekly extracts". 1 open.',
        link: '/catalog/default/api/ledger/demand',
        topic: 'inbox',
        scope: opaque,
      });

      await answer(interest.id, { status: 'acknowledged', version: 1 });
      await portal.send(after(4 * minute));
      const [acknowledged] = sent();
      expect(acknowledged).toEqual({
        recipients: { type: 'entity', entityRef: 'user:default/ana' },
        payload: {
          title: 'Acknowledged: The ledger',
          description: 'For The payments. Was open.',
          link: '/pilots/my-needs',
          topic: 'status',
          scope: opaque,
        },
      });
      const { scope } = acknowledged.payload;

      // Heard of a short time ago: the answer waits until the hour is over.
      await answer(interest.id, {
        status: 'planned',
        note: 'In Q1.',
        version: 2,
      });
      await portal.send(after(hour));
      expect(sent()).toEqual([]);
      await portal.send(after(hour + 4 * minute));
      expect(sent().map(each => each.payload)).toEqual([
        expect.objectContaining({
          title: 'Planned: The ledger',
          description: 'For The payments: "In Q1." Was acknowledged.',
          // Of the same, so that it takes its place.
          scope,
        }),
      ]);
      await answer(interest.id, {
        status: 'declined',
        note: '=1+1 <b>No</b>',
        version: 3,
      });
      await portal.send(after(3 * hour));
      expect(sent().map(each => each.payload)).toEqual([
        expect.objectContaining({
          title: 'Declined: The ledger',
          description: 'Reason: "=1+1 <b>No</b>" You can add another use case.',
        }),
      ]);
      expect(await outbox()).toBe(0);
    });

    it('leaves no message of what is undone within a minute', async () => {
      await begin();
      const { interest } = await portal.record('ana', ledger, {
        team: payments,
        otherwise: 'build-own',
      });
      await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
      await portal.send(after(2 * minute));
      expect(sent()).toEqual([]);

      // Twice within a minute it is one that is told.
      await portal.record('ana', ledger, { team: payments });
      await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
      await portal.record('ana', ledger, { team: payments });
      await portal.send(after(4 * minute));
      expect(sent().map(({ payload }) => payload.description)).toEqual([
        'About The ledger. Talk before they start. New interest in The ledger: payments. 1 open.',
      ]);
      const { version } = await answer(interest.id, {
        status: 'planned',
        version: 5,
      });
      await answer(interest.id, { status: 'open', version });
      expect(await outbox()).toBe(0);
      await portal.send(after(6 * minute));
      expect(sent()).toEqual([]);
    });

    it('tells two answers within a minute as one, from what was known before', async () => {
      await begin();
      const { interest } = await portal.record('ana', ledger, {
        team: payments,
      });
      await answer(interest.id, { status: 'acknowledged', version: 1 });
      await answer(interest.id, { status: 'adopted', version: 2 });
      await portal.send(after(2 * minute));
      expect(of('status').map(({ payload }) => payload)).toEqual([
        expect.objectContaining({
          title: 'Adopted: The ledger',
          description: 'For The payments. Was open.',
        }),
      ]);
    });

    it('gathers an hour of new interest in one message', async () => {
      await begin();
      await portal.record('ana', ledger, { team: payments });
      await portal.send(after(2 * minute));
      const [first] = of('inbox');
      for (const team of ['ads', 'data', 'checkout', 'search']) {
        await portal.record(`p.${team}`, ledger, {
          team: `group:default/${team}`,
          useCase: team === 'ads' ? 'Reports' : undefined,
        });
      }
      await portal.send(after(10 * minute));
      await portal.send(after(hour));
      expect(sent()).toEqual([]);
      await portal.send(after(hour + 2 * minute));
      const [second, ...others] = of('inbox');
      expect(others).toEqual([]);
      expect(second.recipients).toEqual({ type: 'entity', entityRef: owner });
      expect(second.payload.description).toBe(
        'ads: "Reports"; data; checkout and 1 more. 5 open.',
      );
      expect(second.payload.title).toBe(first.payload.title);
    });

    it('tells several answers to one author as one', async () => {
      await begin();
      const ids: string[] = [];
      for (const useCaseKey of ['one', 'two']) {
        const { interest } = await portal.record('ana', ledger, {
          team: payments,
          useCaseKey,
        });
        ids.push(interest.id);
      }
      await answer(ids[0], { status: 'planned', note: 'In Q1.', version: 1 });
      await answer(ids[1], { status: 'declined', note: 'No', version: 1 });
      await portal.send(after(2 * minute));
      const statuses = of('status');
      expect(statuses.map(({ payload }) => payload)).toEqual([
        expect.objectContaining({
          title: '2 answers: The ledger',
          description:
            'The payments: planned, "In Q1."; The payments: declined, "No".',
          scope: opaque,
        }),
      ]);
    });

    it('warns the owner of a team that plans to build its own, once', async () => {
      await begin();
      await portal.record('ana', ledger, { team: payments });
      const wait = { team: payments, otherwise: 'wait' } as const;
      await portal.record('ana', ledger, wait);
      await portal.send(after(2 * minute));
      sent();
      const build = { team: payments, otherwise: 'build-own' } as const;
      await portal.record('ana', ledger, build);
      await portal.record('ana', ledger, { ...build, urgency: 'critical' });
      await portal.send(after(4 * minute));
      expect(sent()).toEqual([]);
      await portal.send(after(hour + 4 * minute));
      expect(sent()).toEqual([
        {
          recipients: {
            type: 'entity',
            entityRef: owner,
            excludeEntityRef: 'user:default/ana',
          },
          payload: {
            title: 'payments plans to build its own',
            description: 'About The ledger. Talk before they start.',
            link: '/catalog/default/api/ledger/demand',
            topic: 'fragmentation',
            scope: opaque,
          },
        },
      ]);
    });

    it('tells nobody of what they did themselves, and owners only what is theirs', async () => {
      await begin();
      const own = await portal.record('dana', ledger, { team: owner });
      await answer(own.interest.id, { status: 'planned', version: 1 });
      await portal.record('cleo', ledger, { team: ads });
      portal.catalog.set(api('ledger', { owner: 'group:default/data' }));
      await portal.sync();
      await portal.send(after(2 * minute));
      expect(sent()).toEqual([]);
    });

    it('sends once from two replicas', async () => {
      await begin();
      const teams = [...Array(12).keys()].map(index => `t${index}`);
      for (const team of teams) {
        portal.catalog.set(api(team));
        await portal.record(`p.${team}`, `api:default/${team}`, {
          team: `group:default/${team}`,
        });
      }
      const times = [2 * minute, 2 * minute, 2 * minute + 1];
      await Promise.all(times.map(time => portal.send(after(time))));
      const titles = sent().map(({ payload }) => payload.title);
      expect(titles.sort()).toEqual(
        teams.map(team => `New interest in The ${team}`).sort(),
      );
      expect(await outbox()).toBe(0);
    });

    it('takes over what a replica claimed and did not send', async () => {
      let stopped = true;
      let called = false;
      const kept: NotificationSendOptions[] = [];
      await begin({
        notify: async notification => {
          called = true;
          if (stopped) {
            // As if the process had ended here.
            await new Promise(() => {});
          }
          kept.push(notification);
        },
      });
      await portal.record('ana', ledger, { team: payments });
      portal.send(after(2 * minute)).catch(() => {});
      while (!called) {
        await new Promise(resolve => setTimeout(resolve, 10));
      }
      stopped = false;
      await portal.send(after(6 * minute));
      expect(kept).toEqual([]);
      await portal.send(after(7 * minute));
      await portal.send(after(8 * minute));
      expect(kept).toHaveLength(1);
    });

    it('tries again what cannot be sent, later each time, and gives up in the end', async () => {
      let attempts = 0;
      await begin({
        notify: async () => {
          attempts += 1;
          throw new Error('There is no notifications backend');
        },
      });
      await portal.record('ana', ledger, { team: payments });
      await portal.send(after(2 * minute));
      await portal.send(after(2 * minute + 30_000));
      expect(attempts).toBe(1);
      await portal.send(after(3 * minute));
      expect(attempts).toBe(2);
      await portal.send(after(6 * minute));
      expect(attempts).toBe(2);
      await portal.send(after(7 * minute));
      expect(attempts).toBe(3);
      for (let turn = 1; turn <= 20; turn++) {
        await portal.send(after(turn * 7 * hour));
      }
      expect(attempts).toBe(10);
      expect(await outbox()).toBe(0);
    });

    it('asks authors once for all they are to confirm, at most once a week', async () => {
      await begin();
      const now = Date.now();
      const at = (days: number) => new Date(now - days * day).toISOString();
      const line = (target: string, days: number, author = 'ana') => ({
        type: 'interest',
        target,
        author: `user:default/${author}`,
        team: payments,
        createdAt: at(days),
      });
      await portal.importAll([
        line('api:default/orders', 121),
        line(ledger, 130),
        line('api:default/by-dana', 119),
        line('pilot:default/delta-sharing', 200, 'ben'),
        line(ledger, 1, 'cleo'),
        {
          ...line('pilot:default/delta-sharing', 200, 'ben'),
          type: 'status',
          createdAt: undefined,
          status: 'adopted',
          by: 'user:default/dana',
          at: at(100),
        },
      ]);
      const round = async (ms: number) => {
        await Promise.all([portal.remind(after(ms)), portal.remind(after(ms))]);
        await portal.send(after(ms));
        return sent();
      };
      expect(await round(0)).toEqual([
        {
          recipients: { type: 'entity', entityRef: 'user:default/ana' },
          payload: {
            title: 'Do you still need 2 things?',
            description: 'Confirm, change or withdraw them.',
            link: '/pilots/my-needs',
            topic: 'confirm',
            scope: opaque,
          },
        },
      ]);
      // A third one is due, but the week is not over.
      expect(await round(2 * day)).toEqual([]);
      const third = await round(8 * day);
      expect(third.map(({ payload }) => payload.title)).toEqual([
        'Do you still need 3 things?',
      ]);
      expect(await round(30 * day)).toEqual([]);

      const { body } = await portal.as('ana').get('/interests?author=me');
      for (const { id } of body.items) {
        await portal.as('ana').post(`/interests/${id}/confirm`).expect(200);
      }
      expect(await round(110 * day)).toEqual([]);
      const again = await round(121 * day);
      expect(again.map(({ payload }) => payload.title).sort()).toEqual([
        'Do you still need 3 things?',
        // Imported, so that nobody knows what it was called to them.
        'Do you still need ledger?',
      ]);
    });

    it('is what the scheduler runs, with what the operator set', async () => {
      await begin({
        config: { pilot: { interest: { confirmAfter: 'P30D' } } },
      });
      const line = { type: 'interest', target: ledger, team: payments };
      await portal.importAll([
        {
          ...line,
          author: 'user:default/ana',
          createdAt: after(-31 * day).toISOString(),
        },
        {
          ...line,
          author: 'user:default/ben',
          createdAt: after(-29 * day).toISOString(),
        },
      ]);
      await portal.runTask('pilot-remind-authors');
      await portal.runTask('pilot-send-messages');
      expect(sent().map(({ recipients }) => recipients)).toEqual([
        { type: 'entity', entityRef: 'user:default/ana' },
      ]);
      expect(
        portal.metrics
          .of('pilot.notification.sent')
          .map(({ attributes }) => attributes),
      ).toEqual([{ topic: 'confirm' }]);
    });

    it('does not ask about what was confirmed before the message left', async () => {
      await begin();
      await portal.importAll([
        {
          type: 'interest',
          target: ledger,
          author: 'user:default/ana',
          team: payments,
          createdAt: after(-200 * day).toISOString(),
        },
      ]);
      await portal.remind(after(0));
      const { body } = await portal.as('ana').get('/interests?author=me');
      const [{ id }] = body.items;
      await portal.as('ana').post(`/interests/${id}/confirm`).expect(200);
      await portal.send(after(minute));
      expect(sent()).toEqual([]);
    });

    it('tells authors where their interest went', async () => {
      await begin();
      const orders = 'api:default/orders';
      const { interest } = await portal.record('ana', orders, {
        team: payments,
      });
      await answer(interest.id, { status: 'planned', version: 1 });
      const merged = await portal.as('dana').post('/merges').send({
        from: orders,
        into: ledger,
        reason: 'The same thing twice',
      });
      expect([merged.status, merged.body.moved]).toEqual([200, 1]);
      await portal.send(after(2 * minute));
      const toAna = sent().filter(
        ({ recipients }) =>
          recipients.type === 'entity' &&
          recipients.entityRef === 'user:default/ana',
      );
      expect(toAna.map(({ payload }) => payload.title).sort()).toEqual([
        'Planned: The orders',
        'The orders joined something else',
      ]);
      // A reminder names what she asked for as well, and not what it is in now.
      await portal.remind(after(200 * day));
      await portal.send(after(200 * day));
      expect(of('confirm').map(({ payload }) => payload.title)).toEqual([
        'Do you still need The orders?',
      ]);
    });

    it('names what an interest is in now only to who knew it before', async () => {
      await begin();
      const [orders, sales] = ['api:default/orders', 'api:default/sales'];
      portal.catalog.set(api('sales'));
      await portal.record('ana', orders, { team: payments });
      await portal.record('ben', orders, { team: payments });
      await portal.record('ben', ledger, {
        team: payments,
        useCase: 'Something else than what the orders are for',
      });
      await portal.record('cleo', sales, { team: ads });
      const merge = (from: string, into: string) =>
        portal
          .as('dana')
          .post('/merges')
          .send({ from, into, reason: 'The same thing twice' })
          .expect(200);
      await merge(orders, sales);
      await merge(sales, ledger);
      await portal.send(after(2 * minute));
      const told = of('merge').map(({ recipients, payload }) => [
        (recipients as any).entityRef,
        payload.title,
      ]);
      const title = 'The orders joined something else';
      expect(told.sort()).toEqual([
        // What is in the ledger by now is told of the ledger alone.
        ['user:default/ana', title],
        ['user:default/ben', 'The orders joined The ledger'],
        ['user:default/cleo', 'The sales joined something else'],
      ]);
    });

    it('names no person where authors are not shown', async () => {
      await begin({ config: { pilot: { privacy: { showAuthors: false } } } });
      const { interest } = await portal.record('ana', ledger, {
        team: payments,
        otherwise: 'build-own',
      });
      await answer(interest.id, { status: 'planned', version: 1 });
      await portal.send(after(2 * minute));
      const payloads = sent().map(({ payload }) => payload);
      expect(payloads.map(({ topic }) => topic).sort()).toEqual([
        'fragmentation',
        'status',
      ]);
      expect(JSON.stringify(payloads)).not.toMatch(/user:|\bana\b|\bdana\b/i);
    });

    it('keeps no message of a write that is rolled back', async () => {
      await begin();
      const { status } = await portal
        .as('ana')
        .put('/interests/api/default/ledger')
        .send({ team: payments, neededBy: '2020-01-01' });
      expect([status, await outbox()]).toEqual([400, 0]);
    });
  },
);
