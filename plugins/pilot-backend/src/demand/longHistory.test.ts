import { databases } from '../__testUtils__/databases';
import { startPortal } from '../__testUtils__/testPortal';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

jest.setTimeout(300_000);

const sharing = 'pilot:default/delta-sharing';
it.each(databases.eachSupportedId())(
  'a history of centuries is answered on %s, and tells what happened in it',
  async databaseId => {
    const portal = await startPortal({
      knex: await databases.init(databaseId),
    });
    const asked = new Date(Date.now() - 100 * dayMs);
    await portal.importAll([
      {
        type: 'interest',
        target: sharing,
        team: 'group:default/payments',
        author: 'user:default/ana',
        createdAt: asked.toISOString(),
      },
    ]);
    const { body } = await portal
      .as('ana')
      .get('/demand/pilot/default/delta-sharing/history')
      .query({ from: '1627-01-01', step: 366 })
      .expect(200);
    expect(body.points.length).toBeGreaterThan(390);
    expect(body.points[0]).toMatchObject({ score: 0, level: 'none' });
    expect(body.markers).toEqual([
      {
        type: 'phase',
        phase: 'demand',
        at: `${asked.toISOString().slice(0, 10)}T00:00:00.000Z`,
      },
    ]);
    const { body: before } = await portal
      .as('ana')
      .get('/demand/pilot/default/delta-sharing/history')
      .query({ from: '2000-01-01', to: '2000-02-01' })
      .expect(200);
    expect(before.markers).toEqual([]);
    await portal.backend.stop();
  },
);
