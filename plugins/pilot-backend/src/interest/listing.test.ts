import { Interest, InterestPage } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const orders = 'api:default/orders';
const items = 'api:default/items';
const team = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;

/** key, target, author, team, minute of creation, last status */
const world: Array<[string, string, string, string, number, string]> = [
  ['a', orders, 'ana', 'payments', 1, 'open'],
  ['b', orders, 'ben', 'checkout', 2, 'acknowledged'],
  ['c', items, 'ben', 'payments', 3, 'planned'],
  // Two in one instant, so that the time alone does not tell them apart.
  ['d', items, 'cleo', 'ads', 4, 'adopted'],
  ['e', orders, 'cleo', 'ads', 4, 'declined'],
  ['f', orders, 'ana', 'payments', 5, 'withdrawn'],
  ['g', items, 'ana', 'payments', 6, 'open'],
];
const minute = (at: number) =>
  new Date(Date.UTC(2026, 0, 5, 10, at)).toISOString();

describe.each(databases.eachSupportedId())(
  'listing interests on %s',
  databaseId => {
    let portal: TestPortal;
    beforeAll(async () => {
      portal = await startPortal({
        knex: await databases.init(databaseId),
        conditional: true,
      });
      portal.catalog.set(api('items', { owner: user('dana') }));
      portal.catalog.hidden.set(user('sam'), [items]);
      const key = ([useCaseKey, target, author, group]: (typeof world)[0]) => ({
        useCaseKey,
        target,
        author: user(author),
        team: team(group),
      });
      await portal.importAll([
        ...world.map(row => ({
          type: 'interest',
          ...key(row),
          createdAt: minute(row[4]),
        })),
        ...world
          .filter(([, , , , , status]) => status !== 'open')
          .map(row => ({
            type: 'status',
            ...key(row),
            status: row[5],
            by: user('dana'),
            at: minute(row[4] + 1),
          })),
      ]);
    });
    afterAll(() => portal?.backend.stop());

    const list = async (person: string, query: string) => {
      const { body } = await portal
        .as(person)
        .get(`/interests?${query}`)
        .expect(200);
      return body as InterestPage;
    };
    const keys = (found: { items: Interest[] }) =>
      found.items.map(({ useCaseKey }) => useCaseKey).join('');

    it.each([
      ['everything', '', 'abcdefg'],
      ['a target', `target=${orders}`, 'abef'],
      ['a target, encoded', `target=${encodeURIComponent(orders)}`, 'abef'],
      ['a target in other letters', 'target=API:Orders', 'abef'],
      ['an unknown target', 'target=api:default/none', ''],
      ['a team', `team=${team('payments')}`, 'acfg'],
      ['a team by its name', 'team=payments', 'acfg'],
      ['an author', `author=${user('cleo')}`, 'de'],
      ['me', 'author=me', 'afg'],
      ['a status', 'status=planned', 'c'],
      ['open ones, and not the withdrawn', 'status=open', 'ag'],
      ['withdrawn ones', 'status=withdrawn', 'f'],
      ['several states', 'status=declined&status=withdrawn', 'ef'],
      ['an owner', `owner=${user('dana')}`, 'cdg'],
      ['a group that owns', 'owner=group:partner-tech', 'abef'],
      ['an unknown owner', `owner=${team('none')}`, ''],
      ['all conditions', `target=${items}&team=payments&status=open`, 'g'],
    ])('finds %s', async (_, query, expected) => {
      const found = await list('ana', query);
      expect([...keys(found)].sort().join('')).toBe(expected);
      expect(found.nextCursor).toBeUndefined();
    });

    it('shows the newest first', async () => {
      const times = (await list('ana', '')).items.map(each => each.createdAt);
      expect(times).toEqual([...times].sort().reverse());
      expect(times).toHaveLength(7);
    });

    it('shows each one as it stands', async () => {
      const { items: found } = await list('ana', '');
      const status = Object.fromEntries(
        found.map(each => [each.useCaseKey, each.status]),
      );
      expect(status).toEqual(
        Object.fromEntries(world.map(row => [row[0], row[5]])),
      );
    });

    it('pages through all of them once, however much is hidden', async () => {
      for (const [person, expected] of [
        ['ana', 'abcdefg'],
        ['sam', 'abef'],
      ]) {
        for (const limit of [1, 2, 3, 7]) {
          let found = '';
          let pages = 0;
          let query = `limit=${limit}`;
          for (let cursor: string | undefined; ; ) {
            const page = await list(
              person,
              cursor ? `${query}&cursor=${encodeURIComponent(cursor)}` : query,
            );
            expect(page.items.length).toBeLessThanOrEqual(limit);
            found += keys(page);
            cursor = page.nextCursor;
            pages += 1;
            if (!cursor || pages > 20) {
              break;
            }
            query = `limit=${limit}`;
          }
          expect([person, limit, [...found].sort().join('')]).toEqual([
            person,
            limit,
            expected,
          ]);
          expect(pages).toBeLessThanOrEqual(expected.length / limit + 2);
        }
      }
    });

    it('says nothing of hidden rows in the cursor', async () => {
      const { nextCursor } = await list('sam', 'limit=2');
      const bytes = Buffer.from(nextCursor!, 'base64url').toString('latin1');
      expect(bytes).not.toMatch(/createdAt|id/);
      const second = await list('sam', 'limit=2');
      expect(second.nextCursor).not.toBe(nextCursor);
    });

    it('takes 200 in a page, and 50 if not told', async () => {
      await portal.import(
        [...Array(60).keys()].map(index => ({
          type: 'interest',
          target: orders,
          author: user(`p${index}`),
          team: team('data'),
          createdAt: minute(7),
        })),
      );
      const data = `team=${team('data')}`;
      expect((await list('ana', data)).items).toHaveLength(50);
      expect((await list('ana', `${data}&limit=200`)).items).toHaveLength(60);
    });
  },
);
