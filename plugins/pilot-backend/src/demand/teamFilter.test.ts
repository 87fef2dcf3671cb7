import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { pilotInterestConditions } from '../kernel/access/interestRules';

jest.setTimeout(300_000);

const group = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;
const yesterday = new Date(Date.now() - dayMs).toISOString();
const twoDaysAgo = new Date(Date.now() - 2 * dayMs).toISOString();

/** Ben reads the interests of ads, and his own. */
const onlyAds: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'pilot',
  resourceType: 'pilot-interest',
  conditions: pilotInterestConditions.isTeamMember({
    teamRefs: [group('ads')],
  }),
};

describe.each(databases.eachSupportedId())(
  'what a team asks for, on %s',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      portal = await startPortal({
        knex: await databases.init(databaseId),
        conditional: true,
        decide: (permission, person) =>
          permission === 'pilot.interest.read' && person === 'ben'
            ? onlyAds
            : undefined,
      });
      portal.catalog.set(
        pilot('lake', {
          owner: group('data'),
          parts: ['component:default/engine', 'component:default/tables'],
        }),
        component('engine', {
          owner: group('storage'),
          pilots: ['pilot:default/lake'],
        }),
        component('tables', {
          owner: group('storage'),
          pilots: ['pilot:default/lake'],
        }),
        api('orders', { owner: group('data') }),
      );
      portal.catalog.hidden.set(user('sam'), ['component:default/engine']);
      const ask = (target: string, team: string, author: string) => ({
        type: 'interest',
        target,
        team: group(team),
        author: user(author),
        createdAt: twoDaysAgo,
      });
      await portal.importAll([
        ask('component:default/engine', 'payments', 'ana'),
        ask('component:default/tables', 'checkout', 'ben'),
        ask('component:default/tables', 'storage', 'stan.storage'),
        ask('api:default/orders', 'payments', 'ana'),
        ask('api:default/orders', 'ads', 'cleo'),
      ]);
    });
    afterAll(() => portal?.backend.stop());

    it.each([
      // Everybody's, for who sees everything and may read it all.
      ['ana', 'payments', ['engine', 'lake', 'orders']],
      ['ana', 'checkout', ['lake', 'tables']],
      // That payments is behind the Pilot is known through the engine only.
      ['sam', 'payments', ['orders']],
      ['sam', 'checkout', ['lake', 'tables']],
      // What its owner asks of a part does not count for the Pilot.
      ['ana', 'storage', []],
      // Of payments he may read nothing; of checkout what he recorded.
      ['ben', 'payments', []],
      ['ben', 'ads', ['orders']],
      ['ben', 'checkout', ['lake', 'tables']],
    ])('tells %s of %s', async (person, team, expected) => {
      for (const when of ['', `&asOf=${yesterday}`]) {
        const { body } = await portal
          .as(person)
          .get(`/demand?team=${group(team)}&total=true${when}`)
          .expect(200);
        const names = body.items.map(
          ({ target }: { target: string }) => target.split('/')[1],
        );
        expect([when, names.sort(), body.total]).toEqual([
          when,
          expected,
          expected.length,
        ]);
      }
    });
  },
);
