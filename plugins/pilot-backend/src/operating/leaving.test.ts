import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const orders = 'api:default/orders';
const sharing = 'pilot:default/delta-sharing';
const payments = 'group:default/payments';
const person = 'user:default/ana';

const portals: TestPortal[] = [];
afterEach(async () => {
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

it.each(databases.eachSupportedId())(
  'what a leaver asks for is listed and withdrawn on %s, with a reason',
  async databaseId => {
    const portal = await startPortal({
      knex: await databases.init(databaseId),
    });
    portals.push(portal);
    for (const [target, useCaseKey] of [
      [orders, 'default'],
      [orders, 'second'],
      [sharing, 'default'],
    ]) {
      await portal.record('ana', target, { team: payments, useCaseKey });
    }
    await portal.record('ben', orders, { team: payments });
    const withdraw = (more: object = {}) =>
      portal
        .asService()
        .post('/persons/withdraw')
        .send({ person, reason: 'Left the company', ...more });
    const { body: listed } = await withdraw({ dryRun: true }).expect(200);
    expect(listed).toMatchObject({ person, dryRun: true });
    expect(
      listed.withdrawn.map((each: any) => [each.target, each.useCaseKey]),
    ).toEqual([
      [orders, 'default'],
      [orders, 'second'],
      [sharing, 'default'],
    ]);
    expect((await portal.demand('dana', orders)).counts.interests).toBe(3);

    const answers = await Promise.all([withdraw(), withdraw()]);
    expect(
      answers.flatMap(({ body }) => body.withdrawn.map((each: any) => each.id))
        .length,
    ).toBe(3);
    expect((await portal.demand('dana', orders)).counts.interests).toBe(1);
    const lines = (await portal.log(orders)).filter(
      ({ type }) => type === 'withdrawn',
    );
    expect(lines.map(({ actor }) => actor)).toEqual([
      'external:script',
      'external:script',
    ]);
    expect(JSON.parse(lines[0].payload)).toMatchObject({
      reason: 'Left the company',
    });
    expect(portal.audits.at(-1)).toMatchObject({
      eventId: 'person-withdraw',
      severity: 'high',
      meta: { person },
    });
    // Only what is nobody's any more is withdrawn: who comes back may ask again.
    await portal.record('ana', orders, { team: payments });
    await withdraw({ reason: '' }).expect(400);
  },
);
