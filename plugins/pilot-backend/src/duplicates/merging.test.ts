import { TestDatabaseId } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  interestTopic,
  pilotAdminPermission,
  pilotInterestReadPermission,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { setImmediate } from 'node:timers/promises';
import { databases } from '../__testUtils__/databases';
import {
  api,
  component,
  pilot,
  TestCatalog,
} from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { readDemand } from '../demand/readDemand';
import { findTarget } from '../kernel/store/targets/findTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';

jest.setTimeout(300_000);

const payments = 'group:default/payments';
const checkout = 'group:default/checkout';
const ads = 'group:default/ads';
const orders = 'api:default/orders';
const carts = 'api:default/carts';
const baskets = 'api:default/baskets';
const reason = 'The same, agreed with both owners';
const times = <T>(count: number, each: (index: number) => T) =>
  [...Array(count).keys()].map(each);

const portals: TestPortal[] = [];
afterEach(async () => {
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

type Options = Omit<Parameters<typeof startPortal>[0], 'knex'>;

/** A portal where approvers merge, and dana is one of them. */
async function startOn(
  databaseId: TestDatabaseId,
  options: Options = {},
): Promise<TestPortal> {
  const knex = await databases.init(databaseId);
  const portal = await startPortal({
    knex,
    config: {
      pilot: { decisions: { approvers: ['group:default/partner-tech'] } },
    },
    decide: (permission, person) =>
      permission === pilotAdminPermission.name && person
        ? { result: AuthorizeResult.DENY }
        : undefined,
    ...options,
  });
  portals.push(portal);
  portal.catalog.set(api('carts'), api('baskets'));
  return portal;
}

const merge = (
  portal: TestPortal,
  from: string,
  into: string,
  person = 'dana',
) => portal.as(person).post('/merges').send({ from, into, reason });

const interestsIn = async (portal: TestPortal, target: string) => {
  const { body } = await portal.as('dana').get(`/interests?target=${target}`);
  return body.items as Array<Record<string, any>>;
};

/** Compares stored demand with the log, now and just before and after. */
async function expectReplayed(portal: TestPortal, ref: string) {
  const { knex } = portal;
  const now = new Date();
  const policies = await readPolicies(knex);
  const target = (await findTarget(knex, ref))!;
  const kept = await readDemand(knex, target, { policies, now });
  const { asOf } = kept;
  const replayed = await readDemand(knex, target, { policies, now, asOf });
  for (const part of ['score', 'number', 'breadth', 'specific'] as const) {
    expect([part, kept[part]]).toEqual([
      part,
      expect.closeTo(replayed[part], 9),
    ]);
  }
  expect(kept.counts).toEqual(replayed.counts);
  return kept;
}

describe.each(databases.eachSupportedId())('a merge on %s', databaseId => {
  const start = (options?: Options) => startOn(databaseId, options);

  it('moves every interest as it is, and says so in both logs', async () => {
    const portal = await start();
    const first = await portal.record('ana', carts, {
      team: payments,
      urgency: 'critical',
      useCase: 'x'.repeat(40),
    });
    const own = await portal.record('ana', orders, { team: payments });
    const gone = await portal.record('cleo', carts, { team: ads });
    await portal.as('cleo').delete(`/interests/${gone.interest.id}`);

    const { status, body } = await merge(portal, carts, orders);
    expect([status, body]).toEqual([
      200,
      { from: carts, into: orders, moved: 2 },
    ]);
    expect(await interestsIn(portal, carts)).toEqual([]);
    const all = new Map(
      (await interestsIn(portal, orders)).map(each => [each.id, each]),
    );
    expect(all.size).toBe(3);
    expect(all.get(own.interest.id)).toMatchObject({ useCaseKey: 'default' });
    expect(all.get(first.interest.id)).toMatchObject({
      team: payments,
      author: 'user:default/ana',
      useCaseKey: 'default-2',
      urgency: 'critical',
      status: 'open',
      createdAt: first.interest.createdAt,
      confirmedAt: first.interest.confirmedAt,
      version: first.interest.version + 1,
    });
    expect(all.get(gone.interest.id)).toMatchObject({ status: 'withdrawn' });

    const [left, joined] = [await portal.log(carts), await portal.log(orders)];
    expect(left.map(({ type }) => type)).toEqual([
      'owner',
      'recorded',
      'recorded',
      'withdrawn',
      'removed',
      'removed',
      'mergedInto',
    ]);
    expect(joined.map(({ type }) => type)).toEqual([
      'owner',
      'recorded',
      'recorded',
      'recorded',
      'mergedFrom',
    ]);
    expect(JSON.parse(left.at(-1)!.payload)).toEqual({
      target: orders,
      reason,
    });
    expect(left.at(-1)!.actor).toBe('user:default/dana');
    expect(joined.at(-1)!.at).toEqual(left.at(-1)!.at);
    expect(portal.audits).toContainEqual({
      eventId: 'interest-merge',
      severity: 'high',
      actor: 'user:default/dana',
      meta: { from: carts, into: orders },
      end: 'success',
    });
  });

  it('counts once what one person asked for in both', async () => {
    const portal = await start();
    const useCase = 'Partners fetch their weekly sales themselves';
    const asked = { team: payments, useCase };
    const old = await portal.record('ana', orders, asked);
    const { interest } = await portal.record('ana', carts, {
      ...asked,
      useCase: ` ${useCase.toUpperCase()}`,
    });
    await portal
      .as('dana')
      .put(`/interests/${interest.id}/status`)
      .send({ status: 'adopted', version: interest.version })
      .expect(200);
    const { body } = await merge(portal, carts, orders).expect(200);
    expect(body.moved).toBe(1);
    const { counts } = await expectReplayed(portal, orders);
    expect(counts).toMatchObject({ interests: 1, teams: 1, adopters: 1 });
    const statuses = (await interestsIn(portal, orders)).map(
      ({ id, status }) => [id, status],
    );
    expect(new Map(statuses as Array<[string, string]>)).toEqual(
      new Map([
        [old.interest.id, 'withdrawn'],
        [interest.id, 'adopted'],
      ]),
    );
    expect((await portal.log(orders)).map(({ type }) => type)).toEqual([
      'owner',
      'recorded',
      'recorded',
      'withdrawn',
      'mergedFrom',
    ]);
  });

  it.each(['default', 'k'.repeat(62)])(
    'means what stays where it is asked for again under the key %s',
    async useCaseKey => {
      const portal = await start();
      const useCase = 'Partners fetch their weekly sales themselves';
      const asked = { team: payments, useCaseKey, useCase };
      const old = await portal.record('ana', orders, asked);
      const { interest } = await portal.record('ana', carts, asked);
      await merge(portal, carts, orders).expect(200);
      const again = await portal.record('ana', orders, asked);
      expect([again.interest.id, again.demand.counts.interests]).toEqual([
        interest.id,
        1,
      ]);
      expect(again.interest.useCaseKey).not.toBe(useCaseKey);
      // What is new of it goes to the one that stays, too.
      const more = { ...asked, useCase: `${useCase}, every Monday` };
      const changed = await portal.record('ana', orders, more);
      expect(changed.interest).toMatchObject({
        id: interest.id,
        useCase: more.useCase,
        useCaseKey: again.interest.useCaseKey,
      });
      // Its id alone means the other one.
      const { id } = old.interest;
      const reopened = await portal.record('ana', orders, { ...asked, id });
      expect([reopened.interest.id, reopened.interest.status]).toEqual([
        id,
        'open',
      ]);
      await expectReplayed(portal, orders);
    },
  );

  it('leaves the past of both as it was', async () => {
    const portal = await start();
    const line = (
      target: string,
      team: string,
      author: string,
      day: string,
    ) => ({
      type: 'interest',
      target,
      team,
      author: `user:default/${author}`,
      urgency: 'critical',
      createdAt: `2026-${day}T09:00:00Z`,
    });
    await portal.importAll([
      line(carts, payments, 'ana', '01-10'),
      line(carts, ads, 'cleo', '02-10'),
      line(orders, checkout, 'ben', '03-10'),
    ]);
    const days = ['2026-01-20', '2026-02-20', '2026-03-20', '2026-06-01'];
    const past = async (target: string) => {
      const demands = [];
      for (const day of days) {
        const { watch, mergedInto, can, ...demand } = await portal.demand(
          'dana',
          target,
          day,
        );
        demands.push(demand);
      }
      return demands;
    };
    const before = [await past(carts), await past(orders)];
    await merge(portal, carts, orders).expect(200);
    expect([await past(carts), await past(orders)]).toEqual(before);

    const [left, joined] = [
      await expectReplayed(portal, carts),
      await expectReplayed(portal, orders),
    ];
    expect([left.score, left.counts.interests]).toEqual([0, 0]);
    expect(joined.counts).toMatchObject({ interests: 3, teams: 3 });
    // An age goes along: three critical asks fade from their own days.
    const age = (day: string) =>
      (joined.asOf.getTime() - Date.parse(`2026-${day}T09:00:00Z`)) / dayMs;
    const expected = ['01-10', '02-10', '03-10']
      .map(day => 2 ** (-age(day) / 120))
      .reduce((sum, weight) => sum + weight, 0);
    expect(joined.breadth).toBeCloseTo(expected, 9);
  });

  it('counts for the Pilots of both sides', async () => {
    const portal = await start();
    const [lake, sea] = ['pilot:default/lake', 'pilot:default/sea'];
    const [pump, pipe] = ['component:default/pump', 'component:default/pipe'];
    portal.catalog.set(
      pilot('lake', { parts: [pump] }),
      pilot('sea', { parts: [pipe] }),
      component('pump', { pilots: [lake] }),
      component('pipe', { pilots: [sea] }),
    );
    await portal.record('ana', pump, { team: payments });
    await portal.record('cleo', pipe, { team: ads });
    await merge(portal, pump, pipe).expect(200);
    const counts = async (ref: string) =>
      (await expectReplayed(portal, ref)).counts;
    expect(await counts(lake)).toMatchObject({ interests: 0, teams: 0 });
    expect(await counts(sea)).toMatchObject({ interests: 2, teams: 2 });
    expect(await counts(pump)).toMatchObject({ interests: 0 });
    expect(await counts(pipe)).toMatchObject({ interests: 2 });
    // The catalog hears of both, and that nobody waits for the lake any more.
    const feed = await portal
      .asService('plugin:catalog')
      .get('/internal/projection');
    const rows = new Map(
      feed.body.changes.map((row: any) => [row.target, row]),
    ) as Map<string, any>;
    expect(rows.get(pump).teams).toEqual([]);
    expect(rows.get(pipe).teams).toEqual([ads, payments]);
    expect([rows.get(lake).phase, rows.get(sea).phase]).toEqual([
      'pilot',
      'demand',
    ]);
  });

  it('goes from a part to its Pilot', async () => {
    const portal = await start();
    const lake = 'pilot:default/lake';
    const pump = 'component:default/pump';
    portal.catalog.set(
      pilot('lake', { parts: [pump] }),
      component('pump', { pilots: [lake] }),
    );
    await portal.record('ana', pump, { team: payments });
    await portal.record('cleo', lake, { team: ads });
    const before = await portal.demand('dana', lake);
    await merge(portal, pump, lake).expect(200);
    const after = await expectReplayed(portal, lake);
    expect(after.counts).toEqual(before.counts);
    expect(after.breadth).toBeCloseTo(before.breadth, 4);
    expect(after.rollUp).toEqual([]);
    await expectReplayed(portal, pump);
  });

  it('is told to the authors of what moved, and to other backends', async () => {
    const portal = await start();
    const { interest } = await portal.record('ana', carts, { team: payments });
    await portal.record('dana', carts, { team: 'group:default/partner-tech' });
    const gone = await portal.record('cleo', carts, { team: ads });
    await portal.as('cleo').delete(`/interests/${gone.interest.id}`);
    await portal.knex('outbox').delete();
    await merge(portal, carts, orders).expect(200);
    await merge(portal, carts, orders).expect(200);
    // Not to dana, who did it, and not to cleo, who needs it no more.
    const messages = await portal.knex('outbox');
    expect(messages).toMatchObject([
      { topic: 'merge', recipient: 'user:default/ana' },
    ]);
    expect(messages[0].payload).toMatch('The carts');
    const moved = () =>
      portal.published
        .filter(({ topic }) => topic === interestTopic)
        .map(({ eventPayload }: any) => eventPayload)
        .filter(({ type }) => type === 'moved');
    while (moved().length < 3) {
      await setImmediate();
    }
    expect(moved()).toContainEqual({
      type: 'moved',
      interest: interest.id,
      target: orders,
      team: payments,
      status: 'open',
      at: expect.any(String),
    });
  });

  it('may be repeated', async () => {
    const portal = await start();
    await portal.record('ana', carts, { team: payments });
    await merge(portal, carts, orders).expect(200);
    const lines = await portal.knex('interest_log').orderBy('seq');
    const { status, body } = await merge(portal, carts, orders);
    expect([status, body.moved]).toEqual([200, 0]);
    expect(await portal.knex('interest_log').orderBy('seq')).toEqual(lines);
  });

  it('ends writes to what was left, and names what it became', async () => {
    const portal = await start({ conditional: true });
    const { interest } = await portal.record('ana', carts, { team: payments });
    await merge(portal, carts, orders).expect(200);
    const put = (person: string, target: string, team: string) =>
      portal
        .as(person)
        .put(`/interests/${target.replace(':', '/')}`)
        .send({ team });
    const refused = await put('ana', carts, payments);
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      `${carts} was merged into ${orders}; ask for that instead`,
    ]);
    portal.catalog.hidden.set('user:default/cleo', [orders]);
    const unnamed = await put('cleo', carts, ads);
    expect(unnamed.status).toBe(409);
    expect(unnamed.body.error.message).not.toMatch(/orders/);
    // Nothing of it was kept, and its authors still have what they asked for.
    expect(await portal.knex('interest')).toHaveLength(1);
    const confirmed = await portal
      .as('ana')
      .post(`/interests/${interest.id}/confirm`);
    expect(confirmed.body.interest).toMatchObject({ target: orders });

    // However often it is merged further.
    await merge(portal, orders, baskets).expect(200);
    const chained = await put('ana', carts, payments);
    expect(chained.body.error.message).toMatch(
      `${carts} was merged into ${baskets};`,
    );
    const again = await merge(portal, carts, orders);
    expect([again.status, again.body.moved]).toEqual([200, 0]);
  });

  it('shows what it became at the end, and nobody what they cannot see', async () => {
    const portal = await start({ conditional: true });
    await portal.record('ana', carts, { team: payments });
    await merge(portal, carts, orders).expect(200);
    const shown = async (person: string) =>
      (await portal.demand(person, carts)).mergedInto;
    expect(await shown('ana')).toBe(orders);
    await merge(portal, orders, baskets).expect(200);
    expect(await shown('ana')).toBe(baskets);
    portal.catalog.hidden.set('user:default/ana', [orders]);
    portal.catalog.hidden.set('user:default/cleo', [baskets]);
    expect(await shown('ana')).toBe(baskets);
    expect(await shown('cleo')).toBeNull();
  });

  it('is refused where one side went elsewhere', async () => {
    const portal = await start();
    await merge(portal, carts, orders).expect(200);
    const elsewhere = await merge(portal, carts, baskets);
    const back = await merge(portal, orders, carts);
    const onto = await merge(portal, baskets, carts);
    expect([elsewhere, back, onto].map(each => each.status)).toEqual([
      409, 409, 409,
    ]);
    for (const { body } of [elsewhere, back, onto]) {
      expect(body.error.message).toMatch(`${carts} was merged into ${orders};`);
    }
    const itself = await merge(portal, orders, orders);
    expect([itself.status, itself.body.error.message]).toEqual([
      400,
      expect.stringMatching(/^into: must be another target than from/),
    ]);
  });

  it('is made by approvers and administrators who see both sides', async () => {
    const portal = await start({ conditional: true });
    const { interest } = await portal.record('ana', carts, { team: payments });
    const refused = await merge(portal, carts, orders, 'ana');
    expect(refused.status).toBe(403);
    for (const hidden of [carts, orders]) {
      portal.catalog.hidden.set('user:default/dana', [hidden]);
      const { status, body } = await merge(portal, carts, orders);
      expect([status, body.error.message]).toEqual([
        404,
        `There is no ${hidden} in the catalog that you can see`,
      ]);
    }
    const service = await portal
      .asService()
      .post('/merges')
      .send({ from: carts, into: orders, reason });
    expect(service.status).toBe(403);
    expect(
      await portal.knex('interest').where('id', interest.id).first(),
    ).toMatchObject({ version: 1 });
    expect(
      portal.audits
        .filter(({ eventId }) => eventId === 'interest-merge')
        .map(({ actor, end }) => [actor, end]),
    ).toEqual([
      ['user:default/ana', 'NotAllowedError'],
      ['user:default/dana', 'NotFoundError'],
      ['user:default/dana', 'NotFoundError'],
      ['external:script', 'NotAllowedError'],
    ]);
  });

  it('needs the permission to read', async () => {
    const portal = await start({
      denied: [pilotInterestReadPermission.name],
    });
    expect((await merge(portal, carts, orders)).status).toBe(403);
  });

  it('exports what it moved so that it is imported as it stands', async () => {
    const portal = await start();
    const { interest } = await portal.record('ana', carts, { team: payments });
    await portal.record('ana', orders, { team: payments });
    await portal.as('ana').delete(`/interests/${interest.id}`);
    await merge(portal, carts, orders).expect(200);
    const exported = async (from: TestPortal) =>
      (await from.asService().get('/export').buffer(true)).text;
    const text = await exported(portal);
    const lines = text.trim().split('\n');
    expect(lines.map(each => JSON.parse(each).target)).toEqual([
      orders,
      orders,
      orders,
    ]);
    const same = await portal.import(lines);
    expect(same).toMatchObject({ imported: 0, failed: [] });

    const other = await start();
    await other.importAll(lines.map(each => JSON.parse(each)));
    expect(await exported(other)).toBe(text);
    const late = await portal.import([
      {
        type: 'interest',
        target: carts,
        team: ads,
        author: 'user:default/cleo',
        createdAt: '2026-01-10T09:00:00Z',
      },
    ]);
    expect(late).toMatchObject({
      imported: 0,
      failed: [
        {
          line: 1,
          message: `target: ${carts} was merged into ${orders}; import for that instead`,
        },
      ],
    });
  });

  it('keeps what is imported of the time before, for what it became', async () => {
    const portal = await start();
    const line = {
      ...{ type: 'interest', team: payments, author: 'user:default/ana' },
      createdAt: '2026-01-10T09:00:00Z',
    };
    await portal.importAll([{ ...line, target: carts, useCase: 'Daily' }]);
    await merge(portal, carts, orders).expect(200);
    const { imported, changed } = await portal.import([
      {
        ...{ ...line, target: orders, urgency: 'critical', useCase: 'Weekly' },
        confirmedAt: '2026-03-10T09:00:00Z',
      },
      {
        ...{ ...line, target: orders, type: 'status', status: 'planned' },
        ...{ useCaseKey: 'default', by: 'user:default/dana', note: 'Soon' },
        ...{ createdAt: undefined, at: '2026-04-10T09:00:00Z' },
      },
    ]);
    expect([imported, changed]).toEqual([2, 1]);
    expect(await interestsIn(portal, orders)).toEqual([
      expect.objectContaining({
        ...{ urgency: 'critical', useCase: 'Weekly', useCaseKey: 'default' },
        ...{ status: 'planned', statusNote: 'Soon' },
        createdAt: '2026-01-10T09:00:00.000Z',
        confirmedAt: '2026-03-10T09:00:00.000Z',
      }),
    ]);
    await expectReplayed(portal, orders);
    const check = await portal.asService().post('/maintenance/check').send({});
    expect(check.body.different).toEqual([]);
  });

  describe('of what the catalog no longer knows', () => {
    const admin = { decide: () => undefined };
    const goneWithInterest = async (portal: TestPortal) => {
      await portal.record('ana', carts, { team: payments });
      await portal.record('cleo', carts, { team: ads });
      await portal.record('ben', baskets, { team: checkout });
      const { interest } = await portal.record('ben', orders, {
        team: checkout,
      });
      await portal.as('ben').delete(`/interests/${interest.id}`);
      portal.catalog.remove(carts, baskets, orders);
      await portal.sync(new Date('2030-01-01T00:00:00Z'));
    };

    it('is found and made by administrators', async () => {
      const portal = await start(admin);
      await goneWithInterest(portal);
      portal.catalog.set(api('carts-v2'));
      const v2 = 'api:default/carts-v2';
      const list = (query = '') => portal.as('sam').get(`/orphans${query}`);
      const first = await list('?limit=1');
      const second = await list(
        `?limit=1&cursor=${encodeURIComponent(first.body.nextCursor)}`,
      );
      const row = { goneAt: '2030-01-01T00:00:00.000Z' };
      // What was withdrawn is nobody's any more.
      const expected = [
        {
          ...row,
          target: baskets,
          title: 'The baskets',
          interests: 1,
          teams: 1,
        },
        { ...row, target: carts, title: 'The carts', interests: 2, teams: 2 },
      ];
      const byRef = (a: any, b: any) => (a.target < b.target ? -1 : 1);
      expect([...first.body.items, ...second.body.items].sort(byRef)).toEqual(
        expected,
      );
      expect(second.body.nextCursor).toBeUndefined();

      const { body } = await merge(portal, carts, v2, 'sam').expect(200);
      expect(body.moved).toBe(2);
      expect((await expectReplayed(portal, v2)).counts).toMatchObject({
        interests: 2,
        teams: 2,
      });
      expect((await list()).body.items).toEqual([expected[0]]);
      const service = await portal.asService().get('/orphans');
      expect([service.status, service.body.items]).toEqual([
        200,
        [expected[0]],
      ]);
    });

    it('is not there for anybody else', async () => {
      const portal = await start();
      await goneWithInterest(portal);
      portal.catalog.set(api('carts-v2'));
      const { status, body } = await merge(
        portal,
        carts,
        'api:default/carts-v2',
      );
      expect([status, body.error.message]).toEqual([
        404,
        `There is no ${carts} in the catalog that you can see`,
      ]);
      expect((await portal.as('dana').get('/orphans')).status).toBe(403);
    });
  });

  it('leaves sums that a replay gives, whatever came before', async () => {
    const portal = await start();
    const parts = times(6, index => `component:default/part-${index}`);
    const pilots = [parts.slice(0, 3), parts.slice(2, 5)].map(
      (of, index) => [`pilot:default/p-${index}`, of] as const,
    );
    portal.catalog.set(
      ...pilots.map(([ref, of]) => pilot(ref.split('/')[1], { parts: of })),
      ...parts.map(ref =>
        component(ref.split('/')[1], {
          pilots: pilots
            .filter(([, of]) => of.includes(ref))
            .map(([pilotRef]) => pilotRef),
        }),
      ),
    );
    const targets = [...parts, ...pilots.map(([ref]) => ref)];
    let state = 20261121;
    const any = <T>(from: readonly T[]): T => {
      state = (state * 48271) % 2147483647;
      return from[state % from.length];
    };
    const became = new Map<string, string>();
    const survivorOf = (ref: string): string =>
      became.has(ref) ? survivorOf(became.get(ref)!) : ref;
    const isRefused = (from: string, into: string) =>
      became.has(from)
        ? survivorOf(from) !== survivorOf(into)
        : became.has(into);
    const recorded = new Set<string>();
    const refused: boolean[] = [];
    const expected: boolean[] = [];
    for (const turn of times(60, index => index)) {
      const [from, into] = [any(targets), any(targets)];
      if (turn % 9 === 8 && from !== into) {
        expected.push(isRefused(from, into));
        const { status } = await merge(portal, from, into);
        refused.push(status === 409);
        if (status === 200 && !became.has(from)) became.set(from, into);
        continue;
      }
      expected.push(became.has(into));
      const team = any([payments, ads, checkout]);
      const person = `${any(['ida', 'jo', 'kim'])}.${team.split('/')[1]}`;
      const { status, body } = await portal
        .as(person)
        .put(`/interests/${into.replace(':', '/')}`)
        .send({ team, urgency: any(['critical', 'nice-to-have']) });
      refused.push(status === 409);
      if (status === 409) continue;
      recorded.add(body.interest.id);
      if (any([true, false, false])) {
        await portal.as(person).delete(`/interests/${body.interest.id}`);
      }
    }
    expect(refused).toEqual(expected);
    expect(became.size).toBeGreaterThan(2);
    expect(await portal.knex('interest')).toHaveLength(recorded.size);
    const stayed = await portal
      .knex('interest')
      .join('target', 'target.id', 'interest.target_id')
      .whereNotNull('target.merged_into');
    expect(stayed).toEqual([]);
    for (const ref of targets) {
      await expectReplayed(portal, ref);
    }
  });

  it('loses nothing where several are made at once', async () => {
    const knex = await databases.init(databaseId);
    const catalog = new TestCatalog();
    const config = {
      pilot: { decisions: { approvers: ['group:default/partner-tech'] } },
    };
    const [one, two] = [
      await startPortal({ knex, catalog, config }),
      await startPortal({ knex, catalog, config }),
    ];
    portals.push(one, two);
    for (const turn of times(5, String)) {
      const [a, b, c] = ['a', 'b', 'c'].map(name => `${name}${turn}`);
      catalog.set(api(a), api(b), api(c));
      const ref = (name: string) => `api:default/${name}`;
      for (const [index, name] of [a, b, c].entries()) {
        await one.record(`p${index}.ads`, ref(name), { team: ads });
      }
      const answers = await Promise.all([
        merge(one, ref(a), ref(b)),
        merge(two, ref(b), ref(a)),
        merge(one, ref(b), ref(c)),
        merge(two, ref(a), ref(b)),
        one
          .as('ana')
          .put(`/interests/api/default/${a}`)
          .send({ team: payments }),
        two
          .as('ana')
          .put(`/interests/api/default/${b}`)
          .send({ team: payments }),
      ]);
      expect([200, 201, 409]).toEqual(
        expect.arrayContaining(answers.map(({ status }) => status)),
      );
      const written = answers
        .slice(4)
        .filter(({ status }) => status === 201).length;
      const interests = await knex('interest')
        .join('target', 'target.id', 'interest.target_id')
        .whereIn('target.ref', [a, b, c].map(ref))
        .select('target.ref', 'target.merged_into');
      expect(interests).toHaveLength(3 + written);
      // Nothing stays behind in what was merged away.
      expect(interests.map(({ merged_into }) => merged_into)).toEqual(
        interests.map(() => null),
      );
      for (const name of [a, b, c]) {
        await expectReplayed(one, ref(name));
      }
    }
  });
});
