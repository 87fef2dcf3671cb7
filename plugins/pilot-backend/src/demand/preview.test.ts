import { databases } from '../__testUtils__/databases';
import { pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

describe.each(databases.eachSupportedId())('a preview on %s', databaseId => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      config: {
        pilot: { decisions: { approvers: ['group:default/architects'] } },
      },
    });
    portal.catalog.set(pilot('lake'));
    const team = 'group:default/payments';
    await portal.record('ana', 'pilot:default/lake', { team });
    await portal.record('ana', 'pilot:default/delta-sharing', { team });
  });
  afterAll(() => portal?.backend.stop());

  const preview = (body: object) =>
    portal.as('ana').post('/policy/preview').send(body);

  it.each(['user', 'a\u0000b', 'Nothing'])(
    'says which kinds there are to rank, and not %j',
    async kind => {
      const { status, body } = await preview({ demand: {}, kind });
      expect([status, body.error?.message]).toEqual([
        400,
        expect.stringMatching(/^kind: interest can be in Pilot, Component, /),
      ]);
    },
  );

  it('ranks what a list of demand shows: nothing that was merged away', async () => {
    const { body: before } = await preview({ demand: {} }).expect(200);
    expect(before.ranked).toBe(2);
    await portal
      .as('ada.architects')
      .post('/merges')
      .send({
        from: 'pilot:default/lake',
        into: 'pilot:default/delta-sharing',
        reason: 'The same thing',
      })
      .expect(200);
    const { body } = await preview({ demand: {} }).expect(200);
    expect(body.items.map(({ target }: { target: string }) => target)).toEqual([
      'pilot:default/delta-sharing',
    ]);
    expect(body.ranked).toBe(1);
  });
});
