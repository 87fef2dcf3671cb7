import { Knex } from 'knex';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { api, group, pilot } from './testCatalog';
import { startPortal } from './testPortal';

const payments = 'group:default/payments';
const partnerTech = 'group:default/partner-tech';
const support = 'headcount.support';

/**
 * A portal in which every table has rows: two Pilots of which the same is known,
 * `lake` and `pond`, an API that was merged into another one, and a dismissed
 * warning. Ada approves, Dana owns.
 */
export async function startFullWorld(
  options: Partial<Parameters<typeof startPortal>[0]> & { knex: Knex },
) {
  const portal = await startPortal({
    config: {
      pilot: {
        decisions: {
          approvers: ['group:default/architects'],
          gates: { 'build-out': { teams: 0, useCases: 0, score: 0 } },
        },
      },
    },
    ...options,
  });
  const { catalog } = portal;
  const done = async (
    response: PromiseLike<{ status: number; text: string }>,
  ) => {
    const { status, text } = await response;
    if (status >= 300) {
      throw new Error(`${status}: ${text}`);
    }
    return JSON.parse(text || '{}');
  };
  catalog.set(
    pilot('lake', { owner: partnerTech }),
    pilot('pond', { owner: partnerTech }),
    api('old-feed'),
    api('new-feed'),
    group('architects'),
  );
  for (const name of ['lake', 'pond']) {
    const target = `pilot:default/${name}`;
    const { interest } = await portal.record('ana', target, {
      team: payments,
      useCase: 'Weekly extracts',
      otherwise: 'build-own',
    });
    const readiness = `/readiness/pilot/default/${name}`;
    await done(
      portal.as('dana').post(`${readiness}/attestations`).send({
        check: support,
        verdict: 'pass',
        evidence: 'https://wiki.example.com/support',
      }),
    );
    await done(
      portal
        .as('ada.architects')
        .post(`${readiness}/waivers`)
        .send({
          check: 'headcount.enough-people',
          reason: 'They come in spring',
          expiresAt: new Date(Date.now() + 10 * dayMs).toISOString(),
        }),
    );
    await done(
      portal
        .asService('external:ci')
        .post(`${readiness}/results`)
        .send([{ check: 'docs.examples', verdict: 'pass' }]),
    );
    const proposals = `/pilots/default/${name}/proposals`;
    const propose = async (to: string) =>
      (
        await done(
          portal
            .as('dana')
            .post(proposals)
            .send({ to, reason: 'It is worth it' }),
        )
      ).proposal.id;
    const id = await propose('build-out');
    await done(
      portal.as('ada.architects').post(`${proposals}/${id}/decision`).send({
        decision: 'approve',
        reason: 'It is',
        version: 1,
      }),
    );
    await propose('point-solution');
    await done(
      portal
        .as('dana')
        .put(`/interests/${interest.id}/status`)
        .send({ status: 'adopted', version: interest.version }),
    );
    await done(
      portal
        .as('ana')
        .put(`/pilots/default/${name}/satisfaction`)
        .send({ team: payments, score: 4 }),
    );
  }
  const at = new Date(Date.now() - dayMs).toISOString();
  const target = 'pilot:default/lake';
  await done(
    portal
      .asService()
      .post('/import')
      .type('application/x-ndjson')
      .send(
        [
          { type: 'count', target, source: 'Forum', count: 7, at },
          {
            ...{
              type: 'interest',
              target,
              author: 'user:default/not-there-yet',
            },
            ...{ team: payments, createdAt: at },
          },
        ]
          .map(line => JSON.stringify(line))
          .join('\n'),
      ),
  );
  for (const name of ['old-feed', 'new-feed']) {
    await portal.record('ana', `api:default/${name}`, {
      team: payments,
      otherwise: 'build-own',
    });
  }
  await done(
    portal.as('ada.architects').post('/merges').send({
      from: 'api:default/old-feed',
      into: 'api:default/new-feed',
      reason: 'The same',
    }),
  );
  const { groups } = await done(portal.as('dana').get('/fragmentation'));
  await done(
    portal
      .as('ada.architects')
      .post('/fragmentation/dismissals')
      .send({ key: groups[0].key, reason: 'Two different things' }),
  );
  return portal;
}
