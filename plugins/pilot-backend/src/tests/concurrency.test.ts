import { databases } from '../__testUtils__/databases';
import {
  api,
  component,
  pilot,
  TestCatalog,
} from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const team = (name: string) => `group:default/${name}`;
const times = <T>(count: number, each: (index: number) => T) =>
  [...Array(count).keys()].map(each);

describe.each(databases.eachSupportedId())('many at once on %s', databaseId => {
  // Two backends on one database, as two replicas are.
  let portals: TestPortal[];
  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    const catalog = new TestCatalog();
    portals = [
      await startPortal({ knex, catalog }),
      await startPortal({ knex, catalog }),
    ];
  });
  afterAll(async () => {
    for (const { backend } of portals ?? []) {
      await backend.stop();
    }
  });
  const put = (index: number, person: string, target: string, body: object) =>
    portals[index % 2]
      .as(person)
      .put(`/interests/${target.replace(':', '/')}`)
      .send(body);

  it('loses nothing of twenty people with several use cases', async () => {
    const target = 'api:default/busy';
    portals[0].catalog.set(api('busy'));
    const answers = await Promise.all(
      times(40, index =>
        put(index, `p${index % 20}.t${index % 5}`, target, {
          team: team(`t${index % 5}`),
          useCaseKey: index < 20 ? 'first' : 'second',
          urgency: 'critical',
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(201));
    const ids = answers.map(({ body }) => body.interest.id);
    expect(new Set(ids).size).toBe(40);
    // Each answer counts one more than the one that was written before it.
    const counts = answers.map(({ body }) => body.demand.counts.interests);
    expect(counts.sort((a, b) => a - b)).toEqual(times(40, index => index + 1));

    const demand = await portals[0].demand('ana', target);
    expect(demand.counts).toMatchObject({ interests: 40, teams: 5 });
    // Five teams with eight critical asks each: N = 5·√8
    expect(demand.number).toBeCloseTo(5 * Math.sqrt(8), 4);
    const log = await portals[0].log(target);
    expect(log.filter(({ type }) => type === 'recorded')).toHaveLength(40);
    expect(log.filter(({ type }) => type === 'owner')).toHaveLength(1);
  });

  it('takes the same request eight times for one', async () => {
    for (const turn of times(5, String)) {
      const target = `api:default/same-${turn}`;
      portals[0].catalog.set(api(`same-${turn}`));
      const answers = await Promise.all(
        times(8, index =>
          put(index, 'ana', target, { team: team('payments') }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([
        ...Array(7).fill(200),
        201,
      ]);
      const bodies = answers.map(({ body }) => body.interest);
      expect(bodies).toEqual(Array(8).fill(bodies[0]));
      const log = await portals[0].log(target);
      expect(log.map(({ type }) => type)).toEqual(['owner', 'recorded']);
    }
  });

  it('keeps every change of one interest', async () => {
    const target = 'api:default/changing';
    portals[0].catalog.set(api('changing'));
    const changes: object[] = [
      { urgency: 'critical' },
      { alternative: 'A script' },
      { expectedUsage: 'Daily' },
      { otherwise: 'buy' },
      { contribute: true },
      { neededBy: '2099-01-01' },
    ];
    const answers = await Promise.all(
      changes.map((change, index) =>
        put(index, 'ana', target, { team: team('payments'), ...change }),
      ),
    );
    expect(answers.every(({ status }) => status < 300)).toBe(true);
    const { body } = await put(0, 'ana', target, { team: team('payments') });
    expect(body.interest).toMatchObject({
      ...Object.assign({}, ...changes),
      version: 6,
    });
  });

  it('neither waits for ever nor loses between a Pilot and its parts', async () => {
    const parts = times(3, index => `component:default/part-${index}`);
    const target = 'pilot:default/whole';
    portals[0].catalog.set(
      pilot('whole', { parts }),
      ...times(3, index => component(`part-${index}`, { pilots: [target] })),
    );
    const answers = await Promise.all(
      times(24, index =>
        put(index, `p${index}.t${index}`, [target, ...parts][index % 4], {
          team: team(`t${index}`),
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(24).fill(201));
    const demand = await portals[1].demand('ana', target);
    expect(demand).toMatchObject({
      counts: { interests: 24, teams: 24 },
      rollUp: parts.map(part => ({ target: part, interests: 6 })),
    });
    const stored = await portals[0]
      .knex('target')
      .where('ref', target)
      .first('phase', 'level');
    expect(stored).toEqual({ phase: 'demand', level: demand.level });
  });

  it('withdraws and records at once without a broken state', async () => {
    const target = 'api:default/wavering';
    portals[0].catalog.set(api('wavering'));
    const first = await put(0, 'ana', target, { team: team('payments') });
    const { id } = first.body.interest;
    const answers = await Promise.all(
      times(12, index =>
        index % 3 === 0
          ? portals[index % 2].as('ana').delete(`/interests/${id}`)
          : put(index, 'ana', target, { team: team('payments') }),
      ),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const types = (await portals[0].log(target)).map(({ type }) => type);
    // Withdrawn and reopened take turns, whoever came when.
    const turns = types.slice(2);
    expect(turns).toEqual(
      turns.map((_, index) => (index % 2 === 0 ? 'withdrawn' : 'reopened')),
    );
    const last = await put(0, 'ana', target, { team: team('payments') });
    expect(last.body.interest).toMatchObject({ id, status: 'open' });
    expect(last.body.demand.counts.interests).toBe(1);
  });
});

// SQLite has no locks of rows to wait for.
const onPostgres = databases.supports('POSTGRES_18') ? describe : describe.skip;

onPostgres('a target that somebody holds for long', () => {
  it('is answered with "try again", and nothing is written', async () => {
    const knex = await databases.init('POSTGRES_18');
    const portal = await startPortal({ knex });
    const held = 'api:default/orders';
    try {
      await portal.record('cleo', held, { team: team('ads') });
      const tx = await knex.transaction();
      try {
        await tx('target').where({ ref: held }).forUpdate().select('id');
        const { status, body } = await portal
          .as('ana')
          .put('/interests/api/default/orders')
          .send({ team: team('payments') });
        expect([status, body.error]).toEqual([
          503,
          expect.objectContaining({
            name: 'ServiceUnavailableError',
            message: expect.stringMatching(/try again$/),
          }),
        ]);
      } finally {
        await tx.rollback();
      }
      expect(await knex('interest').select('team')).toEqual([
        { team: team('ads') },
      ]);
    } finally {
      await portal.backend.stop();
    }
  });
});
