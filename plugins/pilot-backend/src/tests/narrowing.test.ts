import {
  Interest,
  InterestPage,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { databases } from '../__testUtils__/databases';
import { api } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { pilotInterestConditions } from '../kernel/access/interestRules';

jest.setTimeout(300_000);

const orders = 'api:default/orders';
const byDana = 'api:default/by-dana';
const gone = 'api:default/gone';
const secret = 'api:default/secret';
const user = (name: string) => `user:default/${name}`;
const team = (name: string) => `group:default/${name}`;
const daysAgo = (days: number) =>
  new Date(Date.now() - days * dayMs).toISOString();

/** key, target, author, team, days since recorded, last status */
const world: Array<[string, string, string, string, number, string]> = [
  // `orders` is partner-tech's, `by-dana` is Dana's own.
  ['a', orders, 'ana', 'payments', 200, 'open'],
  ['b', orders, 'dana', 'partner-tech', 150, 'open'],
  ['c', byDana, 'dana', 'partner-tech', 119, 'open'],
  ['d', byDana, 'ben', 'payments', 121, 'planned'],
  ['e', orders, 'ben', 'checkout', 300, 'adopted'],
  ['f', orders, 'cleo', 'ads', 300, 'declined'],
  ['g', orders, 'cleo', 'ads', 300, 'withdrawn'],
  ['h', gone, 'cleo', 'ads', 1, 'open'],
  ['i', secret, 'ana', 'payments', 1, 'open'],
];

/** Sam sees a part of the catalog only, which the catalog knows. */
const askTheCatalog: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: {},
  },
};

describe.each(databases.eachSupportedId())(
  'narrowing lists of interests on %s',
  databaseId => {
    let portal: TestPortal;
    let policyOf: (person?: string) => PolicyDecision | undefined = () =>
      undefined;

    beforeAll(async () => {
      portal = await startPortal({
        knex: await databases.init(databaseId),
        decide: (permission, person) => {
          if (permission === 'pilot.interest.read') {
            return policyOf(person);
          }
          return permission === 'catalog.entity.read' && person === 'sam'
            ? askTheCatalog
            : undefined;
        },
      });
      portal.catalog.set(api('gone'), api('secret'));
      portal.catalog.hidden.set(user('sam'), [secret]);
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
          createdAt: daysAgo(row[4]),
        })),
        ...world
          .filter(([, , , , , status]) => status !== 'open')
          .map(row => ({
            type: 'status',
            ...key(row),
            status: row[5],
            by: user('dana'),
            at: daysAgo(row[4] - 1),
          })),
      ]);
      portal.catalog.remove(gone);
      // It is believed at the second look, a while later.
      await portal.sync(new Date());
      await portal.sync(new Date(Date.now() + 3_600_000));
    });
    afterAll(() => portal?.backend.stop());

    const list = async (person: string, query: string) => {
      const { body } = await portal
        .as(person)
        .get(`/interests?${query}`)
        .expect(200);
      return body as InterestPage;
    };
    const keys = (items: Interest[]) =>
      items
        .map(({ useCaseKey }) => useCaseKey)
        .sort()
        .join('');

    it.each([
      ['ana', '', 'abcdefgi'],
      ['cleo', '', 'abcdefghi'],
      ['ana', 'internal=true', 'bc'],
      ['ana', 'internal=false', 'adefgi'],
      ['ana', 'confirmDue=true', 'abd'],
      ['ana', 'confirmDue=false', 'cefgi'],
      ['ana', 'confirmDue=true&author=me', 'a'],
      ['ana', 'confirmDue=true&internal=false&status=planned', 'd'],
      ['ana', `owner=${team('partner-tech')}&internal=false`, 'aefgi'],
      ['cleo', 'author=me', 'fgh'],
      ['sam', '', 'abcdefg'],
      ['sam', 'author=me', ''],
    ])('answers %s to ?%s', async (person, query, expected) => {
      const page = await list(person, `${query}&total=true`);
      expect(keys(page.items)).toBe(expected);
      expect(page.total).toBe(expected.length);
      const short = await list(person, `${query}&total=true&limit=1`);
      expect(short.total).toBe(expected.length);
    });

    it('says of each what the list was narrowed by', async () => {
      const due = await list('ana', 'confirmDue=true');
      expect(due.items.every(({ confirmDue }) => confirmDue)).toBe(true);
      const internal = await list('ana', 'internal=true');
      expect(internal.items.every(each => each.internal)).toBe(true);
    });

    it('has no total unless asked', async () => {
      expect(await list('ana', '')).not.toHaveProperty('total');
    });

    it('counts only what the conditions of a policy let somebody read', async () => {
      policyOf = person =>
        person === 'ben'
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'pilot',
              resourceType: 'pilot-interest',
              conditions: pilotInterestConditions.isTeamMember({
                teamRefs: [team('ads')],
              }),
            }
          : undefined;
      const page = await list('ben', 'total=true');
      expect([keys(page.items), page.total]).toEqual(['defg', 4]);
      policyOf = () => undefined;
    });

    it('has the total of what somebody sees, however many are checked', async () => {
      for (const part of [0, 1, 2]) {
        await portal.importAll(
          [...Array(667).keys()].map(index => ({
            type: 'interest',
            target: byDana,
            author: user(`p${part}-${index}`),
            team: team('data'),
            createdAt: daysAgo(2),
          })),
        );
      }
      const query = `team=${team('data')}&total=true`;
      expect((await list('ana', query)).total).toBe(2001);
      expect((await list('sam', query)).total).toBe(2001);
      const narrower = `target=${orders}&total=true`;
      expect((await list('sam', narrower)).total).toBe(5);
    });

    it('takes no cursor of another list', async () => {
      await list('ana', 'limit=1');
      const { body } = await portal.as('ana').get('/demand?limit=1');
      const cursor = encodeURIComponent(body.nextCursor);
      const answer = await portal
        .as('ana')
        .get(`/interests?cursor=${cursor}`)
        .expect(400);
      expect(answer.body.error.message).toMatch(/^cursor: /);
    });
  },
);
