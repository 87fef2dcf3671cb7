import {
  readingTargets,
  repeated,
  Statement,
  statementsOf,
  writing,
} from '../__testUtils__/countedStatements';
import { databases } from '../__testUtils__/databases';
import { api, component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(120_000);

/** Most that a request may cost, the same on every database. */
interface Budget {
  readonly statements: number;
  /** Statements that read whole rows of `target`. */
  readonly targets: number;
}

const team = 'group:default/payments';
const useCase = 'Settle with partners';
const ask = (portal: TestPortal, path: string, details: object = {}) =>
  portal
    .as('ana')
    .put(`/interests/${path}`)
    .send({ team, ...details });

/** Requests that write, in the order in which they are sent; those after the first ask are about its interest. */
const writes: Array<
  [
    name: string,
    budget: Budget,
    send: (portal: TestPortal, id: string) => PromiseLike<unknown>,
  ]
> = [
  [
    'the first ask of an API',
    { statements: 31, targets: 4 },
    portal => ask(portal, 'api/default/orders'),
  ],
  [
    'a second ask of it, with other details',
    { statements: 20, targets: 2 },
    portal => ask(portal, 'api/default/orders', { useCase }),
  ],
  [
    'the same ask again',
    { statements: 11, targets: 2 },
    portal => ask(portal, 'api/default/orders', { useCase }),
  ],
  [
    'the first ask of a Pilot with two parts',
    { statements: 40, targets: 8 },
    portal => ask(portal, 'pilot/default/lake'),
  ],
  [
    'the answer of an owner',
    { statements: 23, targets: 3 },
    (portal, id) =>
      portal
        .as('olga')
        .put(`/interests/${id}/status`)
        .send({ status: 'acknowledged', version: 2 }),
  ],
  [
    'saying that it is still needed',
    { statements: 20, targets: 2 },
    (portal, id) => portal.as('ana').post(`/interests/${id}/confirm`),
  ],
  [
    'withdrawing it',
    { statements: 20, targets: 2 },
    (portal, id) => portal.as('ana').delete(`/interests/${id}`),
  ],
];

/** Requests that read what is known, in the order in which they are sent. */
const reads: Array<[name: string, path: string]> = [
  ['the demand of an API', '/demand/api/default/orders'],
  ['the demand of a Pilot with parts', '/demand/pilot/default/lake'],
  ['the demand of what nobody asked for', '/demand/api/default/by-dana'],
  ['a list of interests', '/interests?author=me'],
  ['a list of demand', '/demand'],
  ['a Pilot', '/pilots/default/lake'],
  ['a list of Pilots', '/pilots'],
];

const shown = (statements: readonly Statement[]) =>
  statements.map(({ sql, bindings }) => `${sql} ${JSON.stringify(bindings)}`);

describe.each(databases.eachSupportedId())(
  'what a request asks of %s',
  databaseId => {
    let portal: TestPortal;
    let interest: string;

    beforeAll(async () => {
      portal = await startPortal({ knex: await databases.init(databaseId) });
      portal.catalog.set(
        pilot('lake', {
          parts: ['api:default/feed', 'component:default/engine'],
        }),
        api('feed', { pilots: ['pilot:default/lake'] }),
        component('engine', { pilots: ['pilot:default/lake'] }),
      );
    });

    it.each(writes)('%s', async (_, budget, send) => {
      let answer: any;
      const statements = await statementsOf(portal.knex, async () => {
        answer = await send(portal, interest);
      });
      interest ??= answer.body.interest?.id;
      expect(answer.status).toBeLessThan(300);
      // What is beyond the budget is shown.
      expect(shown(statements).slice(budget.statements)).toEqual([]);
      expect(shown(readingTargets(statements)).slice(budget.targets)).toEqual(
        [],
      );
    });

    it('a Pilot at first sight, which is when its sources are asked', async () => {
      let answer: any;
      const statements = await statementsOf(portal.knex, async () => {
        answer = await portal.as('ben').get('/pilots/default/lake');
      });
      expect(answer.status).toBe(200);
      expect(shown(statements).slice(32)).toEqual([]);
    });

    it.each(reads)('%s, of which nothing is read twice', async (_, path) => {
      let answer: any;
      const statements = await statementsOf(portal.knex, async () => {
        answer = await portal.as('ben').get(path);
      });
      expect(answer.status).toBe(200);
      expect(shown(writing(statements))).toEqual([]);
      expect(shown(repeated(statements))).toEqual([]);
    });
  },
);
