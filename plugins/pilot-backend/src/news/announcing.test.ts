import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const payments = 'group:default/payments';
const orders = 'api:default/orders';

/** Waits for what is told after the answer. */
async function until(condition: () => boolean | Promise<boolean>) {
  for (let turn = 0; !(await condition()); turn++) {
    if (turn > 500) {
      throw new Error('It did not come to that');
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

describe.each(databases.eachSupportedId())('announcing on %s', databaseId => {
  let portal: TestPortal | undefined;
  afterEach(async () => {
    await portal?.backend.stop();
    portal = undefined;
  });

  it('tells the sequence once the change can be read', async () => {
    const seen: Array<[unknown, unknown]> = [];
    const knex = await databases.init(databaseId);
    portal = await startPortal({
      knex,
      publish: async ({ topic, eventPayload }) => {
        if (topic !== 'pilot.projection') {
          return;
        }
        const rows = await knex('interest').count({ rows: '*' });
        seen.push([{ topic, eventPayload }, Number(rows[0].rows)]);
      },
    });
    await portal.record('ana', orders, { team: payments });
    await until(() => seen.length === 1);
    expect(seen).toEqual([
      [{ topic: 'pilot.projection', eventPayload: { sequence: 1 } }, 1],
    ]);
    const { body } = await portal
      .asService('plugin:catalog')
      .get('/internal/projection');
    expect(body).toMatchObject({ sequence: 1, changes: [{ target: orders }] });

    // What changes nothing is not told.
    await portal.record('ana', orders, { team: payments });
    await portal.record('ben', orders, { team: payments });
    await until(() => seen.length === 2);
    expect(seen[1]).toEqual([
      { topic: 'pilot.projection', eventPayload: { sequence: 2 } },
      2,
    ]);
  });

  it('does not fail a write that cannot be told, and tells the next', async () => {
    let fails = true;
    const told: unknown[] = [];
    portal = await startPortal({
      knex: await databases.init(databaseId),
      publish: async ({ topic, eventPayload }) => {
        told.push([topic, eventPayload]);
        if (fails) {
          throw new Error('The bus is away');
        }
      },
    });
    const topics = () => told.map(each => (each as unknown[])[0]);
    const { interest } = await portal.record('ana', orders, { team: payments });
    expect(interest.status).toBe('open');
    await until(() => told.length === 2);
    expect(topics()).toEqual(['pilot.projection', 'pilot.interest']);
    expect(portal.signals).toHaveLength(1);
    fails = false;
    await portal.record('cleo', orders, { team: 'group:default/ads' });
    await until(() => told.length === 4);
    expect(told[2]).toEqual(['pilot.projection', { sequence: 2 }]);
  });

  it('tells other backends and open pages of every change, and no name', async () => {
    const knex = await databases.init(databaseId);
    portal = await startPortal({ knex });
    const events = () =>
      portal!.published.filter(({ topic }) => topic === 'pilot.interest');
    const share = 'component:default/share-server';
    const { interest } = await portal.record('ana', share, { team: payments });
    const { id } = interest;
    await portal.as('ana').delete(`/interests/${id}`).expect(200);
    await portal.record('ana', share, { team: payments });
    await until(() => events().length === 3);
    const told = { interest: id, target: share, team: payments };
    const expected = [
      { ...told, type: 'recorded', status: 'open' },
      { ...told, type: 'withdrawn', status: 'withdrawn' },
      { ...told, type: 'reopened', status: 'open' },
    ].map(eventPayload => ({
      topic: 'pilot.interest',
      eventPayload: { ...eventPayload, at: expect.any(String) },
    }));
    expect(events()).toEqual(expected);
    expect(JSON.stringify(events())).not.toContain('user:');

    // The Pilot that it implements changes with it.
    const pilot = await portal.demand('ben', 'pilot:default/delta-sharing');
    const own = await portal.demand('ben', share);
    expect(portal.signals[0]).toEqual({
      recipients: { type: 'broadcast' },
      channel: 'pilot:changes',
      message: { watch: [own.watch, pilot.watch] },
    });
    expect(JSON.stringify(portal.signals)).not.toContain('share-server');
  });

  it('tells what an import touched once for each interest', async () => {
    const knex = await databases.init(databaseId);
    portal = await startPortal({ knex });
    const key = { target: orders, author: 'user:default/ana', team: payments };
    const lines = [
      { type: 'interest', ...key, createdAt: '2026-01-05T10:00:00.000Z' },
      {
        type: 'status',
        ...key,
        status: 'planned',
        by: 'user:default/dana',
        at: '2026-01-06T10:00:00.000Z',
      },
    ];
    const events = () =>
      portal!.published.filter(({ topic }) => topic === 'pilot.interest');
    await portal.importAll(lines);
    await until(() => events().length === 1);
    await portal.importAll(lines);
    await portal.send(new Date(Date.now() + 120_000));
    expect(events().map(({ eventPayload }) => eventPayload)).toEqual([
      expect.objectContaining({
        type: 'status',
        target: orders,
        status: 'planned',
        at: '2026-01-06T10:00:00.000Z',
      }),
    ]);
    // What is past news nobody.
    expect(portal.notifications).toEqual([]);
  });

  it('measures changes, requests and what the catalog lags behind', async () => {
    const knex = await databases.init(databaseId);
    portal = await startPortal({ knex });
    const { metrics } = portal;
    await portal.record('ana', orders, { team: payments });
    await portal.as('ana').get('/demand/api/default/missing').expect(404);
    await until(() => metrics.of('pilot.interest.recorded').length === 1);
    expect(metrics.of('pilot.interest.recorded')).toEqual([
      {
        name: 'pilot.interest.recorded',
        value: 1,
        attributes: { kind: 'api', type: 'recorded' },
      },
    ]);
    await until(() => metrics.of('pilot.request.duration').length === 2);
    expect(
      metrics.of('pilot.request.duration').map(({ attributes }) => attributes),
    ).toEqual([
      {
        route: '/interests/:kind/:namespace/:name',
        method: 'PUT',
        status: 201,
      },
      { route: '/demand/:kind/:namespace/:name', method: 'GET', status: 404 },
    ]);
    expect(await metrics.collect('pilot.projection.lag')).toBe(1);
    const { body } = await portal
      .asService('plugin:catalog')
      .get('/internal/projection');
    await portal
      .asService('plugin:catalog')
      .post('/internal/projection/acknowledged')
      .send({ epoch: body.epoch, sequence: body.sequence })
      .expect(204);
    expect(await metrics.collect('pilot.projection.lag')).toBe(0);
  });

  it('leaves an audit of every write and export, also of those that fail', async () => {
    portal = await startPortal({ knex: await databases.init(databaseId) });
    const { interest } = await portal.record('ana', orders, { team: payments });
    const { id } = interest;
    await portal.as('cleo').put(`/interests/api/default/orders`).send({
      team: payments,
    });
    await portal.as('ana').post(`/interests/${id}/confirm`);
    await portal.as('ben').delete(`/interests/${id}`);
    await portal.as('ana').delete(`/interests/${id}`);
    await portal.import([]);
    await portal.asService().get('/export').expect(200);
    await portal.demand('ana', orders);
    const target = orders;
    expect(portal.audits).toMatchObject([
      { eventId: 'interest-record', meta: { target }, end: 'success' },
      { eventId: 'interest-record', meta: { target }, end: 'NotAllowedError' },
      { eventId: 'interest-confirm', meta: { id }, end: 'success' },
      { eventId: 'interest-withdraw', meta: { id }, end: 'NotAllowedError' },
      { eventId: 'interest-withdraw', meta: { id }, end: 'success' },
      { eventId: 'interest-import', end: 'success' },
      { eventId: 'interest-export', end: 'success' },
    ]);
  });
});
