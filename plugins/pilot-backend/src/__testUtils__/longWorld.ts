import { Knex } from 'knex';
import { startFullWorld } from './fullWorld';
import { api, pilot } from './testCatalog';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

const partnerTech = 'group:default/partner-tech';
const checkout = 'group:default/checkout';

/** Sets the clock of a test, which the whole process goes by. */
export interface SetTime {
  (at: Date): void;
}

export const longWorldStart = new Date('2026-03-02T09:00:00Z');
export const longWorldEnd = new Date('2026-11-20T12:00:00Z');

export const longWorldRefs = [
  'pilot:default/lake',
  'pilot:default/pond',
  'api:default/new-feed',
  'api:default/old-feed',
  'api:default/part',
];

/** Twenty instants of the year of the long world, from before anything was said. */
export const longWorldDates = Array.from({ length: 20 }, (_, index) => {
  const span = longWorldEnd.getTime() - longWorldStart.getTime() + 20 * dayMs;
  const at = new Date(
    longWorldStart.getTime() - 20 * dayMs + (index * span) / 20,
  );
  // Ends of days as well as instants.
  return index % 2 === 0
    ? at.toISOString().slice(0, 10)
    : at.toISOString().slice(0, 19).concat('Z');
});

/** The full world, in which things go on for three quarters of a year. */
export async function startLongWorld(options: {
  knex: Knex;
  setTime: SetTime;
}) {
  const { knex, setTime } = options;
  setTime(longWorldStart);
  // Time goes on: no two things happen at the very same instant.
  const tick = () => setTime(new Date(Date.now() + 1));
  knex.on('query', tick);
  const portal = await startFullWorld({ knex });
  const { catalog } = portal;
  const lake = 'pilot:default/lake';
  const part = 'api:default/part';
  const later = (days: number) =>
    setTime(new Date(longWorldStart.getTime() + days * dayMs));
  const done = async (
    answer: PromiseLike<{ status: number; text: string; body: any }>,
  ) => {
    const { status, text, body } = await answer;
    if (status >= 300) {
      throw new Error(`${status}: ${text}`);
    }
    return body;
  };
  const implemented = (by: string[]) => {
    catalog.set(
      pilot('lake', { owner: partnerTech, parts: by }),
      api('part', { owner: partnerTech, pilots: by.length ? [lake] : [] }),
    );
  };

  later(9);
  const { interest } = await portal.record('ben', lake, {
    team: checkout,
    useCase: 'Daily figures of the shops, before they open in the morning.',
    urgency: 'critical',
    requestId: 'first-of-ben',
  } as any);
  later(20);
  implemented([part]);
  await portal.sync();
  await portal.record('cleo', part, { team: 'group:default/ads' });
  later(33);
  await done(portal.as('ben').delete(`/interests/${interest.id}`));
  later(40);
  await portal.record('ben', lake, { team: checkout, useCaseKey: 'second' });
  later(55);
  catalog.set(pilot('pond', { owner: 'group:default/data' }));
  await portal.sync();
  later(70);
  await portal.importAll(
    [12, 30, 61].map(days => ({
      type: 'interest',
      target: part,
      team: 'group:default/ads',
      author: `user:default/late-${days}`,
      createdAt: new Date(
        longWorldStart.getTime() + days * dayMs,
      ).toISOString(),
    })),
  );
  later(95);
  const { items } = await done(
    portal.as('dana').get(`/interests?target=${part}`),
  );
  await done(
    portal.as('dana').put(`/interests/${items[0].id}/status`).send({
      status: 'declined',
      note: 'Not here',
      version: items[0].version,
    }),
  );
  later(120);
  implemented([]);
  await portal.sync();
  await portal.sweep();
  later(130);
  await done(
    portal
      .as('ana')
      .put('/pilots/default/lake/satisfaction')
      .send({
        ...{ team: 'group:default/payments', score: 2, note: 'It stalls' },
      }),
  );
  const { checks } = await done(
    portal.as('dana').get('/readiness/pilot/default/lake'),
  );
  const { attestation } = checks.find(
    ({ id }: { id: string }) => id === 'headcount.support',
  );
  later(150);
  await done(
    portal
      .as('dana')
      .delete(`/readiness/pilot/default/lake/attestations/${attestation}`),
  );
  const lakeNow = await done(portal.as('dana').get('/pilots/default/lake'));
  later(160);
  await done(
    portal
      .as('ada.architects')
      .post(`/pilots/default/lake/proposals/${lakeNow.proposal.id}/decision`)
      .send({
        decision: 'reject',
        reason: 'It is needed by more',
        version: lakeNow.proposal.version,
      }),
  );
  later(180);
  implemented([part]);
  await portal.sync();
  later(200);
  catalog.remove('api:default/new-feed');
  await portal.sync();
  later(201);
  await portal.sync();
  await portal.remind(new Date());
  later(230);
  await done(
    portal
      .asService()
      .post('/persons/erase')
      .send({ person: 'user:default/late-30' }),
  );
  later(240);
  await portal.runTask('pilot-readiness-collect');
  knex.off('query', tick);
  setTime(longWorldEnd);
  await portal.sweep();
  return portal;
}
