import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(60_000);

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
      publish: async ({ eventPayload }) => {
        told.push(eventPayload);
        if (fails) {
          throw new Error('The bus is away');
        }
      },
    });
    const { interest } = await portal.record('ana', orders, { team: payments });
    expect(interest.status).toBe('open');
    await until(() => told.length === 1);
    fails = false;
    await portal.record('cleo', orders, { team: 'group:default/ads' });
    await until(() => told.length === 2);
    expect(told[1]).toEqual({ sequence: 2 });
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
    expect(portal.audits).toEqual([
      { eventId: 'interest-record', meta: { target }, end: 'success' },
      { eventId: 'interest-record', meta: { target }, end: 'NotAllowedError' },
      { eventId: 'interest-confirm', meta: { id }, end: 'success' },
      { eventId: 'interest-withdraw', meta: { id }, end: 'NotAllowedError' },
      { eventId: 'interest-withdraw', meta: { id }, end: 'success' },
      { eventId: 'interest-import', meta: undefined, end: 'success' },
      { eventId: 'interest-export', meta: undefined, end: 'success' },
    ]);
  });
});
