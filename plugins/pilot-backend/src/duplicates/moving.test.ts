import { TestDatabaseId } from '@backstage/backend-test-utils';
import { databases } from '../__testUtils__/databases';
import { api, group, pilot, user } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { foldInterest } from '../interest/foldInterest';
import { byInterest } from '../interest/byInterest';
import { readDemand } from '../demand/readDemand';
import { findTarget } from '../kernel/store/targets/findTargets';
import { interestsOf } from '../kernel/store/interests/findInterests';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { readLog } from '../kernel/store/log/readLogs';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

jest.setTimeout(300_000);

const lake = 'pilot:default/lake';
const feed = 'api:default/feed';
const squad = 'group:default/squad';
const crew = 'group:default/crew';
const daysAgo = (days: number) =>
  new Date(Date.now() - days * dayMs).toISOString();

const began = daysAgo(60);

const portals: TestPortal[] = [];
afterEach(async () => {
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

const line = (more: object) => ({
  type: 'interest',
  target: lake,
  team: squad,
  author: 'user:default/eve.squad',
  ...more,
});

/** A portal in which the team `squad` asked for two targets. */
async function start(databaseId: TestDatabaseId): Promise<TestPortal> {
  const portal = await startPortal({
    knex: await databases.init(databaseId),
    config: {
      pilot: {
        decisions: {
          approvers: ['group:default/architects'],
          gates: { 'build-out': { teams: 0, useCases: 0, score: 0 } },
        },
      },
    },
  });
  portals.push(portal);
  portal.catalog.set(pilot('lake'), api('feed'), group('architects'));
  await portal.importAll([
    line({ createdAt: began, useCase: 'Weekly extracts' }),
    line({ createdAt: daysAgo(50), target: feed }),
  ]);
  return portal;
}

/** The catalog has the team under another name. */
async function rename(portal: TestPortal): Promise<void> {
  portal.catalog.remove(squad);
  portal.catalog.set(group('crew'));
  await portal.sync();
  await portal.sync();
}

const move = (
  portal: TestPortal,
  kind: 'teams' | 'persons',
  from: string,
  into: string,
) =>
  portal
    .asService()
    .post(`/merges/${kind}`)
    .send({ from, into, reason: 'Renamed' });

/** Expects the stored state, the log's replay and its fold to be one. */
async function expectReplayed(portal: TestPortal, ref: string) {
  const { knex } = portal;
  const policies = await readPolicies(knex);
  const target = (await findTarget(knex, ref))!;
  const now = new Date();
  const kept = await readDemand(knex, target, { policies, now });
  const { asOf } = kept;
  const replayed = await readDemand(knex, target, { policies, now, asOf });
  expect(kept.counts).toEqual(replayed.counts);
  expect(kept.score).toBeCloseTo(replayed.score, 9);
  const logs = byInterest(await readLog(knex, target.id));
  for (const interest of await interestsOf(knex, target.id)) {
    const { team, author, useCaseKey, withdrawn, createdAt, confirmedAt } =
      interest;
    expect(foldInterest(logs.get(interest.id)!)).toMatchObject({
      ...{ team, author, useCaseKey, withdrawn, createdAt, confirmedAt },
    });
  }
  return kept;
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  it('a renamed team is found, counts once, and leaves the past as it was seen', async () => {
    const portal = await start(databaseId);
    await portal.asService().get('/orphans/teams').expect(200, { items: [] });
    await rename(portal);
    await portal.record('eve.crew', lake, { team: crew });
    const { body: orphans } = await portal.asService().get('/orphans/teams');
    expect(orphans.items).toEqual([
      { team: squad, goneAt: expect.any(String), interests: 2, targets: 2 },
    ]);
    expect((await expectReplayed(portal, lake)).counts.teams).toBe(2);
    const days = [55, 40, 10, 1].map(count => daysAgo(count).slice(0, 10));
    const past = () =>
      Promise.all(
        days.map(async day => {
          const { watch, can, ...demand } = await portal.demand(
            'olga',
            lake,
            day,
          );
          return demand;
        }),
      );
    const before = await past();

    const { body } = await move(portal, 'teams', squad, crew).expect(200);
    expect(body).toEqual({ from: squad, into: crew, moved: 2 });
    const { counts } = await expectReplayed(portal, lake);
    expect(counts).toMatchObject({ teams: 1, interests: 2 });
    await expectReplayed(portal, feed);
    expect(await past()).toEqual(before);
    await portal.asService().get('/orphans/teams').expect(200, { items: [] });
    const { body: page } = await portal
      .asService('plugin:catalog')
      .get('/internal/projection');
    expect(page.changes.find((row: any) => row.target === feed)).toMatchObject({
      teams: [crew],
    });
    expect((await portal.log(feed)).map(({ type }) => type)).toEqual([
      'owner',
      'recorded',
      'removed',
      'recorded',
      'moved',
    ]);
    expect(portal.audits.at(-1)).toMatchObject({
      eventId: 'team-move',
      meta: { from: squad, into: crew },
    });

    // The same again moves nothing, and elsewhere nothing is left to move.
    const again = await move(portal, 'teams', squad, crew).expect(200);
    expect(again.body.moved).toBe(0);
    const elsewhere = await move(
      portal,
      'teams',
      squad,
      'group:default/payments',
    ).expect(409);
    expect(elsewhere.body.error.message).toContain(crew);
  });

  it('ratings, counts and imports follow a team', async () => {
    const portal = await start(databaseId);
    const { knex } = portal;
    const { id } = await knex('target').where('ref', lake).first();
    const rating = (
      team: string,
      quarter: string,
      score: number,
      at: number,
    ) => ({
      ...{ target_id: id, team, quarter, score, at },
      by: 'user:default/eve',
    });
    await knex('satisfaction').insert([
      rating(squad, '2026-Q1', 1, 10),
      rating(squad, '2026-Q2', 2, 20),
      rating(crew, '2026-Q2', 3, 15),
      rating(squad, '2026-Q3', 4, 30),
      rating(crew, '2026-Q3', 5, 35),
    ]);
    const count = (team: string, at: string, votes: number) => ({
      ...{ type: 'count', target: lake, team, source: 'Forum', at },
      count: votes,
    });
    const [then, later] = [daysAgo(30), daysAgo(20)];
    await portal.importAll([
      count(squad, then, 3),
      count(crew, then, 4),
      count(squad, later, 5),
    ]);
    await rename(portal);
    await move(portal, 'teams', squad, crew).expect(200);
    const ratings = await knex('satisfaction').orderBy('quarter');
    expect(ratings.map(each => [each.team, each.score])).toEqual([
      [crew, 1],
      [crew, 2],
      [crew, 5],
    ]);
    const counts = await knex('outside_count').orderBy('at');
    expect(counts.map(each => [each.team, each.count])).toEqual([
      [crew, 7],
      [crew, 5],
    ]);
    // A nightly export of somewhere else still says the old name.
    portal.catalog.ensure(['user:default/eve.squad']);
    const send = async (lines: object[]) =>
      (
        await portal
          .asService()
          .post('/import')
          .type('application/x-ndjson')
          .send(lines.map(each => JSON.stringify(each)).join('\n'))
      ).body;
    const known = await send([
      line({ createdAt: began, useCase: 'Weekly extracts' }),
    ]);
    expect(known).toMatchObject({ unchanged: 1, imported: 0, failed: [] });
    const fresh = await send([
      line({ createdAt: daysAgo(1), useCaseKey: 'new' }),
      count(squad, daysAgo(2), 9),
    ]);
    expect(fresh).toMatchObject({ imported: 2, waiting: 0, failed: [] });
    const teams = await knex('interest').distinct('team');
    expect(teams).toEqual([{ team: crew }]);
    expect((await expectReplayed(portal, lake)).counts).toMatchObject({
      teams: 1,
    });
  });

  it('a renamed person is found, counts once, and still does not decide what they proposed', async () => {
    const portal = await start(databaseId);
    portal.catalog.set(user('olga', []));
    await portal.record('olga', feed, {
      team: 'group:default/partner-tech',
    });
    await portal.record('olga', lake, {
      team: 'group:default/partner-tech',
      useCaseKey: 'own',
    });
    const proposals = '/pilots/default/lake/proposals';
    const { body: proposed } = await portal
      .as('olga')
      .post(proposals)
      .send({ to: 'point-solution', reason: 'Nobody else came' })
      .expect(201);
    const old = 'user:default/olga';
    const now = 'user:default/o.lopez';
    await portal.importAll([
      {
        ...{ type: 'interest', target: feed, author: now },
        team: 'group:default/partner-tech',
        createdAt: daysAgo(2),
      },
    ]);
    await move(portal, 'persons', old, now).expect(409);
    portal.catalog.remove(old);
    const { body: orphans } = await portal.asService().get('/orphans/persons');
    expect(orphans.items).toContainEqual({
      ...{ person: old, interests: 2, targets: 2 },
    });
    const { body } = await move(portal, 'persons', old, now).expect(200);
    expect(body.moved).toBe(2);
    const rows = await portal
      .knex('interest')
      .join('target', 'target.id', 'interest.target_id')
      .where({ author: now, 'target.ref': feed })
      .orderBy('use_case_key')
      .select('use_case_key', 'withdrawn');
    expect(
      rows.map(each => [each.use_case_key, Boolean(each.withdrawn)]),
    ).toEqual([
      ['default', true],
      ['default-2', false],
    ]);
    const { proposed_by } = await portal
      .knex('proposal')
      .where('id', proposed.proposal.id)
      .first();
    expect(proposed_by).toBe(now);
    await expectReplayed(portal, feed);

    // Who is erased is erased under every name.
    await portal
      .asService()
      .post('/persons/erase')
      .send({ person: now })
      .expect(200);
    const left = await Promise.all(
      ['interest', 'interest_log', 'moved_ref', 'proposal'].map(table =>
        portal.knex(table),
      ),
    );
    expect(JSON.stringify(left)).not.toMatch(/olga|lopez/);
    await expectReplayed(portal, feed);
  });

  // eslint-disable-next-line jest/expect-expect -- the client expects
  it('refuses to move who is there, to who is not, and nothing', async () => {
    const portal = await start(databaseId);
    portal.catalog.ensure([squad]);
    await move(portal, 'teams', squad, 'group:default/payments').expect(409);
    portal.catalog.remove(squad);
    await move(portal, 'teams', squad, 'group:default/nowhere').expect(404);
    await move(portal, 'teams', 'group:default/x', 'group:default/ads').expect(
      404,
    );
    await move(portal, 'teams', squad, squad).expect(400);
    await move(portal, 'teams', 'user:default/ana', squad).expect(400);
  });

  it('is one, however often it is asked for at once', async () => {
    const portal = await start(databaseId);
    await rename(portal);
    const answers = await Promise.all(
      [1, 2, 3].map(() => move(portal, 'teams', squad, crew).expect(200)),
    );
    expect(
      answers
        .map(({ body }) => body.moved)
        .sort()
        .at(-1),
    ).toBe(2);
    expect(
      (await portal.log(feed)).filter(({ type }) => type === 'moved'),
    ).toHaveLength(1);
    await expectReplayed(portal, lake);
  });
});

it('what an owner signed before it was renamed stands', async () => {
  const portal = await start('SQLITE_3');
  portal.catalog.set(pilot('lake', { owner: squad }));
  const path = '/readiness/pilot/default/lake';
  await portal
    .as('eve.squad')
    .post(`${path}/attestations`)
    .send({
      check: 'headcount.support',
      verdict: 'pass',
      evidence: 'https://wiki.example.com/support',
    })
    .expect(201);
  const verdict = async () => {
    const { body } = await portal.as('olga').get(path).expect(200);
    return body.checks.find((each: any) => each.id === 'headcount.support')
      .verdict;
  };
  portal.catalog.set(pilot('lake', { owner: crew }));
  await rename(portal);
  expect(await verdict()).not.toBe('pass');
  await move(portal, 'teams', squad, crew).expect(200);
  expect(await verdict()).toBe('pass');
});
