import { databases } from '../__testUtils__/databases';
import { api, component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

jest.setTimeout(300_000);

const team = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;
const useCase = 'Weekly sales extracts for forty partners, no files by mail.';
describe.each(databases.eachSupportedId())('demand on %s', databaseId => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init(databaseId) });
  });
  afterAll(() => portal?.backend.stop());

  it('is nothing, and leaves no trace, where nobody ever asked', async () => {
    portal.catalog.set(api('untouched'));
    const demand = await portal.demand('ana', 'api:default/untouched');
    expect(demand).toMatchObject({
      score: 0,
      level: 'none',
      trend: 'steady',
      number: 0,
      teams: [],
      rollUp: [],
      counts: { interests: 0, teams: 0, useCases: 0, adopters: 0, internal: 0 },
    });
    expect(await portal.log('api:default/untouched')).toEqual([]);
    expect(
      await portal.knex('target').where('ref', 'api:default/untouched'),
    ).toEqual([]);
  });

  it('finds an entity however its kind and name are written', async () => {
    const { body } = await portal
      .as('ana')
      .get('/demand/PILOT/Default/Delta-Sharing')
      .expect(200);
    expect(body.target).toBe('pilot:default/delta-sharing');
  });

  it('explains itself', async () => {
    portal.catalog.set(api('explained'));
    const target = 'api:default/explained';
    await portal.record('ana', target, { team: team('payments'), useCase });
    await portal.record('cleo', target, { team: team('ads') });
    const demand = await portal.demand('sam', target);
    // N = T = 4/3, M = 2/3 · 0.4
    expect(demand.number).toBeCloseTo(4 / 3, 5);
    expect(demand.breadth).toBeCloseTo(4 / 3, 5);
    expect(demand.specific).toBeCloseTo(0.266667, 5);
    const [v, b, c] = demand.parts.map(({ value }: any) => value);
    expect(v).toBeCloseTo(4 / 19, 5);
    expect(b).toBeCloseTo(4 / 13, 5);
    expect(c).toBeCloseTo(0.1 + (0.9 * 0.266667) / 2.266667, 5);
    expect(demand.score).toBeCloseTo(100 * v ** 0.3 * b ** 0.4 * c ** 0.3, 9);
    expect(demand.counts).toMatchObject({ teams: 2, useCases: 1 });
    expect(demand.teams[0].team).toBe(team('payments'));
    expect(demand.teams.map(({ share }: any) => share)).toEqual([
      // Half of N and T, all of M: 0.3/2 + 0.4/2 + 0.3
      expect.closeTo(0.65, 6),
      expect.closeTo(0.35, 6),
    ]);
    expect(demand.raise.map(({ code }: any) => code)).toEqual([
      'newTeam',
      'details',
    ]);
    const { body: policy } = await portal.as('sam').get('/policy');
    expect(demand.policy).toBe(policy.fingerprint);
    expect(policy).toMatchObject({
      fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
      demand: { halfLifeDays: 120 },
      interest: {
        allowedKinds: ['Pilot', 'Component', 'API', 'Resource', 'System'],
        confirmAfterDays: 120,
      },
    });
  });

  it('of a Pilot counts what implements it, in every answer', async () => {
    const target = 'component:default/share-server';
    const own = await portal.record('ana', target, { team: team('payments') });
    expect(own.demand).toMatchObject({ target, rollUp: [] });
    const sharing = 'pilot:default/delta-sharing';
    // Of what implements it, the Pilot's owner does not count either.
    const byOwner = await portal.record('dana', target, {
      team: team('partner-tech'),
    });
    expect(byOwner.interest.internal).toBe(false);
    expect(byOwner.demand.counts).toMatchObject({ interests: 2, internal: 0 });
    const recorded = await portal.record('ben', sharing, {
      team: team('checkout'),
    });
    for (const demand of [
      recorded.demand,
      await portal.demand('sam', sharing),
    ]) {
      expect(demand).toMatchObject({
        target: sharing,
        rollUp: [{ target, interests: 1 }],
        counts: { interests: 2, teams: 2, internal: 1 },
      });
      expect(demand.breadth).toBeCloseTo(4 / 3, 5);
    }
    // One team merges over both: √(w² + w²), and not twice.
    const merged = await portal.record('ana', sharing, {
      team: team('payments'),
    });
    expect(merged.demand.counts).toMatchObject({ interests: 3, teams: 2 });
    expect(merged.demand.number).toBeCloseTo((2 / 3) * (Math.SQRT2 + 1), 5);
  });

  it('counts a new implementation from the first interest in it', async () => {
    portal.catalog.set(
      pilot('early', { parts: [] }),
      component('late', { pilots: [] }),
    );
    await portal.demand('ana', 'pilot:default/early');
    portal.catalog.set(
      pilot('early', { parts: ['component:default/late'] }),
      component('late', { pilots: ['pilot:default/early'] }),
    );
    await portal.record('ana', 'component:default/late', {
      team: team('payments'),
    });
    expect(
      await portal
        .knex('target')
        .where('ref', 'pilot:default/early')
        .first('phase', 'level'),
    ).toEqual({ phase: 'demand', level: 'faint' });
  });

  describe('of a past date', () => {
    const target = 'api:default/dated';
    beforeAll(async () => {
      portal.catalog.set(api('dated'));
      const lines = [
        ['ana', 'payments', '2026-03-10T23:59:59.999Z'],
        ['cleo', 'ads', '2026-03-11T00:00:00.000Z'],
        ['ben', 'checkout', '2026-03-11T12:00:00.000Z'],
      ].map(([author, name, createdAt]) => ({
        type: 'interest',
        target,
        author: user(author),
        team: team(name),
        createdAt,
      }));
      await portal.import([
        ...lines,
        {
          type: 'status',
          target,
          author: user('cleo'),
          team: team('ads'),
          status: 'declined',
          by: user('dana'),
          at: '2026-03-12T08:00:00Z',
        },
      ]);
    });

    it.each([
      ['a date before all', '2026-03-09', [], '2026-03-09T23:59:59.999Z'],
      [
        'the end of a day in UTC',
        '2026-03-10',
        ['payments'],
        '2026-03-10T23:59:59.999Z',
      ],
      [
        'the instant of a recording, included',
        '2026-03-11T00:00:00Z',
        ['ads', 'payments'],
        '2026-03-11T00:00:00.000Z',
      ],
      [
        'an instant with an offset',
        '2026-03-11T12:59:59+01:00',
        ['ads', 'payments'],
        '2026-03-11T11:59:59.000Z',
      ],
      [
        'the end of a later day',
        '2026-03-11',
        ['ads', 'checkout', 'payments'],
        '2026-03-11T23:59:59.999Z',
      ],
      [
        'after a decline',
        '2026-03-12',
        ['checkout', 'payments'],
        '2026-03-12T23:59:59.999Z',
      ],
    ])('%s', async (_, asOf, teams, instant) => {
      const demand = await portal.demand('sam', target, asOf);
      expect([
        demand.asOf,
        demand.teams.map((each: any) => each.team).sort(),
      ]).toEqual([instant, teams.map(team)]);
    });

    it('weighs by the age that each had then', async () => {
      const later = new Date(
        Date.parse('2026-03-10T23:59:59.999Z') + 120 * dayMs,
      ).toISOString();
      const demand = await portal.demand('sam', target, later);
      const old = demand.teams.find((each: any) =>
        each.team.endsWith('payments'),
      );
      // A half-life on: 1/3 of payments, and half a day more of checkout.
      expect(demand.breadth).toBeCloseTo(1 / 3 + (2 ** (0.5 / 120) * 1) / 3, 5);
      expect(old.share).toBeLessThan(0.5);
    });
  });

  it.each([
    ['rises with what is recorded', [1], 'rising'],
    ['stays with what faded little', [40, 60], 'steady'],
    ['falls with what is declined', [], 'falling'],
  ])('%s', async (name, ages, trend) => {
    const target = `api:default/${name.replace(/ /g, '-')}`;
    portal.catalog.set(api(target.split('/')[1]));
    const at = (days: number) =>
      new Date(Date.now() - days * dayMs).toISOString();
    const interest = (days: number) => ({
      target,
      author: user('ana'),
      team: team(`t${days}`),
      createdAt: at(days),
    });
    await portal.import([
      ...ages.map(days => ({ type: 'interest', ...interest(days) })),
      ...(ages.length > 0
        ? []
        : [
            { type: 'interest', ...interest(60) },
            {
              type: 'status',
              target,
              author: user('ana'),
              team: team('t60'),
              status: 'declined',
              by: user('dana'),
              at: at(2),
            },
          ]),
    ]);
    expect((await portal.demand('sam', target)).trend).toBe(trend);
  });
});
