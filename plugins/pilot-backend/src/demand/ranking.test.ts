import {
  DemandListItem,
  DemandPage,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, component, group, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const team = (name: string) => `group:default/${name}`;
const useCase = 'Weekly sales extracts for forty partners, no files by mail.';

/** Asks of as many teams as the number says, each with its author. */
const asks = (target: string, teams: number, daysAgo: number) =>
  Array.from({ length: teams }, (_, index) => ({
    type: 'interest',
    target,
    team: team(`team-${index}`),
    author: `user:default/p.team-${index}`,
    useCase,
    createdAt: ago(daysAgo),
  }));

describe.each(databases.eachSupportedId())('a ranking on %s', databaseId => {
  let portal: TestPortal;
  const list = async (query = '', person = 'sam'): Promise<DemandPage> => {
    const { status, body } = await portal.as(person).get(`/demand${query}`);
    if (status !== 200) {
      throw new Error(`${status}: ${JSON.stringify(body)}`);
    }
    return body;
  };
  const names = ({ items }: { items: DemandListItem[] }) =>
    items.map(({ target }) => target.split('/')[1]);

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      conditional: true,
    });
    portal.catalog.remove(
      'pilot:default/delta-sharing',
      'component:default/share-server',
    );
    portal.catalog.set(
      pilot('lake', { owner: team('data') }),
      pilot('flags', { owner: team('web'), parts: ['component:default/sdk'] }),
      pilot('asleep', { owner: team('web') }),
      pilot('secret', { owner: team('web') }),
      pilot('old', { owner: team('web'), phase: 'retired' }),
      api('orders', { owner: team('data') }),
      component('sdk', {
        owner: team('web'),
        pilots: ['pilot:default/flags'],
      }),
      component('unasked', { owner: team('web') }),
      group('data'),
    );
    await portal.sync();
    await portal.importAll([
      ...asks('pilot:default/lake', 5, 10),
      ...asks('pilot:default/secret', 4, 10),
      ...asks('component:default/sdk', 3, 40),
      ...asks('api:default/orders', 1, 2),
      {
        ...asks('pilot:default/flags', 1, 1)[0],
        team: team('web'),
        author: 'user:default/p.web',
      },
    ]);
    await portal.sweep();
    portal.catalog.hidden.set('user:default/sam', ['pilot:default/secret']);
  });
  afterAll(() => portal?.backend.stop());

  it('puts the highest score first, and leaves out what cannot be seen', async () => {
    const page = await list('?total=true');
    // What only came through its part, a Pilot shares with that part.
    expect([...names(page).slice(1, 3)].sort()).toEqual(['flags', 'sdk']);
    expect([names(page)[0], names(page)[3]]).toEqual(['lake', 'orders']);
    expect(page.total).toBe(6);
    const seen = await list('?total=true', 'ana');
    expect(names(seen)).toContain('secret');
    expect(seen.total).toBe(7);
    const scores = page.items.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('says of each what its own page says, without the teams', async () => {
    const page = await list('?weeks=true');
    for (const item of page.items) {
      const demand = await portal.demand('sam', item.target, item.asOf);
      expect(item.score).toBeCloseTo(demand.score, 9);
      expect(item).toMatchObject({
        level: demand.level,
        counts: demand.counts,
        trend: demand.trend,
        policy: demand.policy,
        rollUp: demand.rollUp,
      });
      expect(item).not.toHaveProperty('teams');
      expect(item.weeks).toHaveLength(13);
      expect(item.weeks!.at(-1)).toBe(item.score);
    }
  });

  const filters: Array<[string, string[]]> = [
    ['kind=api', ['orders']],
    ['kind=API&kind=component', ['sdk', 'orders']],
    ['owner=group:default/data', ['lake', 'orders']],
    ['namespace=other', []],
    ['phase=retired', ['old']],
    ['phase=demand', ['lake', 'flags']],
    ['level=none', ['old', 'asleep']],
    ['team=group:default/team-4', ['lake']],
    // Through what implements it; its own interest is the owner's.
    ['team=group:default/team-2&kind=pilot', ['lake', 'flags']],
    ['team=group:default/web', []],
    ['minScore=45', ['lake']],
    ['q=LAK', ['lake']],
    ['q=%25', []],
    ['q=_', []],
    ['kind=pilot&orderBy=name', ['asleep', 'flags', 'lake', 'old']],
    ['kind=pilot&orderBy=-name', ['old', 'lake', 'flags', 'asleep']],
    ['orderBy=-teams&minScore=1', ['lake', 'flags', 'sdk', 'orders']],
    ['orderBy=asks&minScore=1', ['orders', 'sdk', 'flags', 'lake']],
    ['orderBy=-newestAsk&minScore=1', ['orders', 'lake', 'flags', 'sdk']],
  ];
  it.each(filters)('lists %s', async (query, expected) => {
    const found = names(await list(`?${query}`));
    const ties = query.startsWith('orderBy') || query === 'phase=demand';
    expect(ties ? [...found].sort() : found).toEqual(
      ties ? [...expected].sort() : expected,
    );
  });

  it('tells since when a Pilot is in its phase, whatever came later', async () => {
    const [first] = asks('pilot:default/lake', 1, 10);
    const { team: of, author } = first;
    await portal.importAll([
      {
        type: 'status',
        target: 'pilot:default/lake',
        team: of,
        author,
        status: 'acknowledged',
        by: 'user:default/dana',
        at: ago(3),
      },
    ]);
    const { items } = await list('?q=lake');
    expect(items[0].phaseSince?.slice(0, 10)).toBe(ago(10).slice(0, 10));
  });

  it('sorts by what grew over 30 days', async () => {
    const { items } = await list('?orderBy=-growth');
    const growths = items.map(({ growth }) => growth);
    expect(growths).toEqual([...growths].sort((a, b) => b - a));
    const lake = items.find(item => item.target === 'pilot:default/lake')!;
    expect(lake.growth).toBeCloseTo(lake.score, 1);
    const sdk = items.find(item => item.target === 'component:default/sdk')!;
    const before = await portal.demand('sam', sdk.target, ago(30).slice(0, 10));
    expect(sdk.growth).toBeCloseTo(sdk.score - before.score, 1);
  });

  it('sorts a page by the growth that it shows, whatever is kept', async () => {
    const before = names(await list('?orderBy=-growth'));
    expect(before.length).toBeGreaterThan(2);
    await portal.knex('target').update({ growth: portal.knex.raw('-growth') });
    expect(names(await list('?orderBy=-growth'))).toEqual(before);
    expect(names(await list('?orderBy=growth'))).toEqual(before.reverse());
    await portal.sweep();
  });

  it('pages without missing or doubling, and tells at the end what changed', async () => {
    const seen: string[] = [];
    let page = await list('?limit=2');
    seen.push(...names(page));
    await portal.record('ben', 'api:default/orders', {
      team: team('checkout'),
    });
    while (page.nextCursor) {
      page = await list(`?limit=2&cursor=${page.nextCursor}`);
      seen.push(...names(page));
    }
    expect(new Set(seen)).toEqual(
      new Set(['lake', 'flags', 'sdk', 'orders', 'old', 'asleep']),
    );
    expect(page.changed).toBe(1);
    const refused = await portal
      .as('sam')
      .get(
        `/demand?limit=2&kind=api&cursor=${
          (
            await list('?limit=2')
          ).nextCursor
        }`,
      );
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/^cursor: is not one of this/);
  });

  it('answers any past date as it was', async () => {
    const page = await list(
      `?asOf=${ago(20).slice(0, 10)}&total=true&weeks=true`,
    );
    expect(page.rankedAt).toBeUndefined();
    expect(names(page).slice(0, 2).sort()).toEqual(['flags', 'sdk']);
    expect(page.total).toBe(5);
    for (const item of page.items) {
      const demand = await portal.demand('sam', item.target, item.asOf);
      expect(item.score).toBeCloseTo(demand.score, 9);
    }
    const paged: string[] = [];
    let next = await list(`?asOf=${ago(20).slice(0, 10)}&limit=2`);
    paged.push(...names(next));
    while (next.nextCursor) {
      next = await list(
        `?asOf=${ago(20).slice(0, 10)}&limit=2&cursor=${next.nextCursor}`,
      );
      paged.push(...names(next));
    }
    expect(paged).toEqual(names(page));
    expect(
      names(await list(`?asOf=${ago(20).slice(0, 10)}&team=${team('team-2')}`)),
    ).toEqual(expect.arrayContaining(['flags', 'sdk']));
  });

  it('answers refs in their order, with null for the unseen', async () => {
    const { body } = await portal
      .as('sam')
      .post('/demand/by-refs')
      .send({
        targets: [
          'component:default/unasked',
          'pilot:default/secret',
          'pilot:default/LAKE',
          'api:default/missing',
          'group:default/data',
        ],
      })
      .expect(200);
    expect(
      body.items.map((item: any) => item && [item.target, item.level]),
    ).toEqual([
      ['component:default/unasked', 'none'],
      null,
      ['pilot:default/lake', 'strong'],
      null,
      null,
    ]);
  });

  it('tells how a demand came to be', async () => {
    const from = ago(28).slice(0, 10);
    const { body } = await portal
      .as('sam')
      .get(`/demand/pilot/default/lake/history?from=${from}&step=7`)
      .expect(200);
    expect(body.points).toHaveLength(5);
    for (const point of body.points) {
      const demand = await portal.demand('sam', body.target, point.at);
      expect(point.score).toBeCloseTo(demand.score, 9);
      expect(point.level).toBe(demand.level);
    }
    expect(body.markers).toEqual([
      expect.objectContaining({ type: 'phase', phase: 'demand' }),
    ]);
    expect(body.summary).toMatchObject({
      first: 0,
      last: body.points.at(-1).score,
      policyChanges: [],
    });
    const hidden = await portal
      .as('sam')
      .get('/demand/pilot/default/secret/history');
    expect(hidden.status).toBe(404);
  });

  it('previews another policy without changing anything', async () => {
    const before = await list('?kind=pilot');
    const preview = (demand: object) =>
      portal.as('sam').post('/policy/preview').send({ demand });
    const same = await preview({}).expect(200);
    expect(same.body).toMatchObject({ ranked: 4, moved: 0, relevelled: 0 });
    const { body } = await preview({
      levels: { emerging: 5, strong: 6, proven: 7 },
      halfLifeDays: 7,
    }).expect(200);
    expect(body).toMatchObject({ ranked: 4, relevelled: 2 });
    expect(body.items.map(({ target }: any) => target)).not.toContain(
      'pilot:default/secret',
    );
    const bad = await preview({
      weights: { number: 1, breadth: 1, specific: 1 },
    });
    expect(bad.status).toBe(400);
    expect(bad.body.error.message).toMatch(/demand\.weights: must add up to 1/);
    expect(names(await list('?kind=pilot'))).toEqual(names(before));
  });

  it('answers all of a list as CSV that no spreadsheet executes', async () => {
    const lake = pilot('lake', { owner: team('data') });
    lake.metadata.title = '=HYPERLINK("http://x")';
    portal.catalog.set(lake);
    await portal.sync();
    const { text, headers } = await portal
      .as('sam')
      .get('/demand?kind=pilot&orderBy=name')
      .set('accept', 'text/csv')
      .expect(200);
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="demand-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const rows = text.trim().split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/^target,title,kind,/);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).not.toContain('secret');
  });
});
