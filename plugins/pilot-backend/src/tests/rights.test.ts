import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  pilotAdminPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestUpdatePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { component, group, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const payments = 'group:default/payments';
const ads = 'group:default/ads';
const orders = 'api:default/orders';

const portals: TestPortal[] = [];
afterEach(async () => {
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

async function startOn(
  databaseId: TestDatabaseId,
  options: Omit<Parameters<typeof startPortal>[0], 'knex'>,
): Promise<TestPortal> {
  const knex = await databases.init(databaseId);
  const portal = await startPortal({ knex, ...options });
  portals.push(portal);
  return portal;
}

const put = (portal: TestPortal, person: string, body: object) =>
  portal.as(person).put('/interests/api/default/orders').send(body);

describe.each(databases.eachSupportedId())('rights on %s', databaseId => {
  const start = (options: Parameters<typeof startOn>[1] = {}) =>
    startOn(databaseId, options);

  describe('teams', () => {
    it('take only their members, without the permission to record for others', async () => {
      const portal = await start();
      for (const person of ['cleo', 'sam']) {
        const refused = await put(portal, person, { team: payments });
        expect([refused.status, refused.body.error.message]).toEqual([
          403,
          expect.stringMatching(/^team: you can record only for teams/),
        ]);
      }
      expect((await put(portal, 'ana', { team: payments })).status).toBe(201);
      // Not even the members, on an interest that they have.
      const moved = await put(portal, 'ana', {
        id: (await portal.knex('interest').first()).id,
        team: ads,
      });
      expect(moved.status).toBe(403);
      const [sam, ana] = [
        await portal.demand('sam', orders),
        await portal.demand('ana', orders),
      ];
      expect([sam.can.record, ana.can.record]).toEqual(['noTeam', true]);
    });

    it('take others on behalf, with the permission, and the log says so', async () => {
      const portal = await start({ denied: [] });
      // Without a team of their own, too.
      expect((await portal.demand('sam', orders)).can.record).toBe(true);
      const { interest } = await portal.record('sam', orders, { team: ads });
      expect(interest).toMatchObject({
        team: ads,
        author: 'user:default/sam',
        onBehalf: true,
      });
      const own = await portal.record('ana', orders, { team: payments });
      expect(own.interest.onBehalf).toBe(false);
      const moved = await portal.record('ana', orders, {
        id: own.interest.id,
        team: ads,
      });
      expect(moved.interest).toMatchObject({ team: ads, onBehalf: true });
      const log = (await portal.log(orders)).map(({ payload }) =>
        JSON.parse(payload),
      );
      expect(log[1].state.onBehalf).toBe(true);
      expect(log[3].change).toMatchObject({ team: ads, onBehalf: true });

      const unknown = await put(portal, 'ana', { team: 'group:default/none' });
      expect([unknown.status, unknown.body.error.message]).toEqual([
        400,
        expect.stringMatching(/^team: there is no group:default\/none/),
      ]);
    });

    it('take nobody on behalf while the permission framework is off', async () => {
      const portal = await start({
        denied: [],
        config: { permission: { enabled: false } },
      });
      expect((await put(portal, 'sam', { team: ads })).status).toBe(403);
      expect((await put(portal, 'ana', { team: payments })).status).toBe(201);
      expect((await portal.demand('sam', orders)).can.record).toBe('noTeam');
    });

    it('are compared in the spelling of the catalog', async () => {
      const portal = await start();
      const { status, body } = await put(portal, 'Pat.Payments', {
        team: payments,
      });
      expect([status, body.interest]).toEqual([
        201,
        expect.objectContaining({
          author: 'user:default/pat.payments',
          onBehalf: false,
        }),
      ]);
    });

    it('can be narrowed to groups of some types', async () => {
      const portal = await start({
        config: { pilot: { interest: { teamTypes: ['squad', 'team'] } } },
      });
      portal.catalog.set(group('payments', 'squad'), group('ads', 'chapter'));
      const { body: policy } = await portal.as('ana').get('/policy');
      expect(policy.interest.teamTypes).toEqual(['squad', 'team']);
      expect((await put(portal, 'ana', { team: payments })).status).toBe(201);
      const refused = await put(portal, 'cleo', { team: ads });
      expect([refused.status, refused.body.error.message]).toEqual([
        400,
        'team: group:default/ads is of type chapter, and interest counts only for groups of type squad, team',
      ]);
      const can = async (person: string) =>
        (await portal.demand(person, orders)).can.record;
      expect([await can('ana'), await can('cleo'), await can('sam')]).toEqual([
        true,
        'noTeam',
        'noTeam',
      ]);
    });
  });

  it('show nothing of a hidden entity', async () => {
    const portal = await start({ conditional: true });
    portal.catalog.hidden.set('user:default/cleo', [orders]);
    const { interest } = await portal.record('ana', orders, { team: payments });

    const cleo = portal.as('cleo');
    const answered = [
      await cleo.get('/demand/api/default/orders'),
      await cleo.get('/demand/api/default/never-was'),
      await put(portal, 'cleo', { team: ads }),
      await cleo.delete(`/interests/${interest.id}`),
      await cleo.post(`/interests/${interest.id}/confirm`),
      await cleo.delete(`/interests/none`),
    ];
    expect(answered.map(({ status }) => status)).toEqual(Array(6).fill(404));
    // The hidden one and the missing one answer alike.
    expect(answered[0].body.error.message.replace('orders', '…')).toEqual(
      answered[1].body.error.message.replace('never-was', '…'),
    );
    expect(answered[3].body.error.message.replace(interest.id, '…')).toEqual(
      answered[5].body.error.message.replace('none', '…'),
    );
    for (const query of ['', `?target=${orders}`, `?team=${payments}`]) {
      const { body } = await cleo.get(`/interests${query}`);
      expect([query, body]).toEqual([query, { items: [] }]);
    }
    const { body } = await portal.as('ben').get('/interests');
    expect(body.items).toHaveLength(1);
  });

  it('leave what is known only through hidden parts out of the details', async () => {
    const portal = await start({ conditional: true });
    const lake = 'pilot:default/lake';
    const parts = ['component:default/seen', 'component:default/unseen'];
    portal.catalog.set(
      pilot('lake', { parts }),
      component('seen', { pilots: [lake] }),
      component('unseen', { pilots: [lake] }),
    );
    portal.catalog.hidden.set('user:default/sam', [parts[1]]);
    await portal.record('ana', lake, { team: payments });
    await portal.record('ben', parts[0], { team: 'group:default/checkout' });
    await portal.record('cleo', parts[1], { team: ads, urgency: 'critical' });
    await portal.record('ben', parts[1], { team: 'group:default/checkout' });

    const full = await portal.demand('dana', lake);
    expect(full.rollUp).toEqual([
      { target: parts[0], interests: 1 },
      { target: parts[1], interests: 2 },
    ]);
    expect(full.teams).toContainEqual(
      expect.objectContaining({
        team: 'group:default/checkout',
        interests: 2,
      }),
    );
    expect(full.teams.map(({ team }: any) => team).sort()).toEqual([
      ads,
      'group:default/checkout',
      payments,
    ]);
    expect(full.raise.map(({ team }: any) => team)).toContain(ads);

    const seen = await portal.demand('sam', lake);
    expect(seen.rollUp).toEqual([{ target: parts[0], interests: 1 }]);
    // One plain interest each, as far as sam can see.
    const row = { interests: 1, adopter: false };
    expect(seen.teams).toEqual([
      { ...row, team: 'group:default/checkout', share: expect.closeTo(0.5, 4) },
      { ...row, team: payments, share: expect.closeTo(0.5, 4) },
    ]);
    expect(seen.raise.map(({ team }: any) => team)).not.toContain(ads);
    // The numbers are the Pilot's, the same for all who see it.
    expect(seen.counts).toEqual(full.counts);
    expect(seen.breadth).toBeCloseTo(full.breadth, 6);
    expect(JSON.stringify(seen)).not.toMatch(/unseen|group:default\/ads/);

    // What is gone is shown to nobody, and counts.
    portal.catalog.remove(parts[1]);
    await portal.sync();
    await portal.sync();
    const rest = await portal.demand('dana', lake);
    expect(JSON.stringify(rest)).not.toMatch(/unseen|group:default\/ads/);
    expect(rest.counts).toEqual(full.counts);

    const list = await portal.as('sam').get('/interests');
    expect(list.body.items.map(({ target }: any) => target).sort()).toEqual([
      parts[0],
      lake,
    ]);
  });
});

describe('permissions', () => {
  const start = (options: Parameters<typeof startOn>[1] = {}) =>
    startOn('SQLITE_3', options);

  /** Answers of each call with one permission taken away. */
  const answers: Array<[string, Record<string, number>]> = [
    ['none', {}],
    [pilotInterestCreatePermission.name, { record: 403 }],
    [pilotInterestReadPermission.name, { demand: 403, list: 403 }],
    [pilotInterestUpdatePermission.name, { confirm: 403 }],
    [pilotAdminPermission.name, { import: 403, export: 403 }],
  ];

  it.each(answers)('without %s', async (denied, refused) => {
    const portal = await start({ denied: [denied] });
    await portal.knex('target').insert({ ref: orders, kind: 'api' });
    const { id: target_id } = await portal.knex('target').first('id');
    await portal.knex('interest').insert({
      id: 'known',
      target_id,
      team: payments,
      author: 'user:default/ana',
      use_case_key: 'default',
      on_behalf: false,
      urgency: 'important',
      contribute: false,
      status: 'open',
      withdrawn: false,
      created_at: 0,
      confirmed_at: 0,
      version: 1,
    });
    const ana = portal.as('ana');
    const confirmed = await ana.post('/interests/known/confirm');
    const withdrawn = await ana.delete('/interests/known');
    const recorded = await put(portal, 'ana', { team: payments });
    const statuses: Record<string, number> = {
      demand: (await ana.get('/demand/api/default/orders')).status,
      list: (await ana.get('/interests')).status,
      mine: (await ana.get('/interests?author=me')).status,
      policy: (await ana.get('/policy')).status,
      confirm: confirmed.status,
      withdraw: withdrawn.status,
      record: recorded.status,
      export: (await ana.get('/export')).status,
      import: (await ana.post('/import').type('application/x-ndjson').send(''))
        .status,
    };
    expect(statuses).toEqual({
      demand: 200,
      list: 200,
      // Authors always see and withdraw their own.
      mine: 200,
      withdraw: 200,
      policy: 200,
      confirm: 200,
      record: 200,
      import: 200,
      export: 200,
      ...refused,
    });
    // What was written is told to its author; what it adds up to, to readers.
    for (const { status, body } of [confirmed, withdrawn, recorded]) {
      expect(Object.keys(body)).toEqual(
        expect.arrayContaining(status === 200 ? ['interest'] : ['error']),
      );
      expect('demand' in body).toBe(
        status === 200 && denied !== pilotInterestReadPermission.name,
      );
    }
  });

  it('let services import and export, and nothing else', async () => {
    const portal = await start({
      config: { permission: { enabled: false } },
    });
    const service = portal.asService();
    const statuses = {
      import: (
        await service.post('/import').type('application/x-ndjson').send('')
      ).status,
      export: (await service.get('/export')).status,
      demand: (await service.get('/demand/api/default/orders')).status,
      list: (await service.get('/interests')).status,
      policy: (await service.get('/policy')).status,
      withdraw: (await service.delete('/interests/any')).status,
      confirm: (await service.post('/interests/any/confirm')).status,
      record: (
        await service
          .put('/interests/api/default/orders')
          .send({ team: payments })
      ).status,
    };
    expect(statuses).toEqual({
      import: 200,
      export: 200,
      demand: 403,
      list: 403,
      policy: 403,
      withdraw: 403,
      confirm: 403,
      record: 403,
    });
  });

  it('make nobody an administrator while the framework is off', async () => {
    const portal = await start({
      denied: [],
      config: { permission: { enabled: false } },
    });
    const { status, body } = await portal.as('ana').get('/export');
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringMatching(/service token/),
    ]);
  });
});
