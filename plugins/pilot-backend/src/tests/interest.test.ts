import { databases } from './databases';
import { startPortal } from './testPortal';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'recording interest on %s',
  databaseId => {
    it('answers the interest and the demand it makes', async () => {
      const { as, backend } = await startPortal({
        knex: await databases.init(databaseId),
      });
      const response = await as('ana')
        .put('/interests/api/default/orders')
        .send({ team: 'group:default/payments' });

      expect(response.body).toMatchObject({
        interest: {
          target: 'api:default/orders',
          team: 'group:default/payments',
          author: 'user:default/ana',
          urgency: 'important',
          status: 'open',
          version: 1,
        },
        demand: { level: 'faint', counts: { interests: 1, teams: 1 } },
      });
      expect(response.status).toBe(201);
      expect(response.body.demand.score).toBeCloseTo(13.34, 1);
      await backend.stop();
    });
  },
);
