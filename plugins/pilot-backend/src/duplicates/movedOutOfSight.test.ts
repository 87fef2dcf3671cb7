import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, component } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const carts = 'api:default/carts';
const vault = 'component:default/vault';
const payments = 'group:default/payments';
const owner = 'group:default/keepers';
/** All that would tell of what it was moved to; who answers an ask is its author's to know. */
const secret = /vault|group:default\/keepers|gold/i;
const author = 'user:default/ana';

describe.each(databases.eachSupportedId())(
  'an interest that was moved to what its author cannot see, on %s',
  databaseId => {
    let portal: TestPortal;
    let registry: MockActionsRegistry;
    let id: string;

    const get = async (path: string) => {
      const response = await portal.as('ana').get(path);
      expect(response.status).toBe(200);
      expect(response.text).not.toMatch(secret);
      return response;
    };
    const act = async (name: string, input: object): Promise<string> => {
      const answer = await registry
        .invoke({
          id: `test:${name}`,
          input: input as any,
          credentials: mockCredentials.user(author),
        })
        .then(({ output }) => JSON.stringify(output), String);
      expect(answer).not.toMatch(secret);
      return answer;
    };

    beforeAll(async () => {
      registry = actionsRegistryServiceMock();
      portal = await startPortal({
        knex: await databases.init(databaseId),
        conditional: true,
        config: {
          pilot: { decisions: { approvers: ['group:default/partner-tech'] } },
        },
        features: [
          createServiceFactory({
            service: actionsRegistryServiceRef,
            deps: {},
            factory: () => registry,
          }),
        ],
      });
      const gold = component('vault', { owner });
      portal.catalog.set(api('carts'), {
        ...gold,
        metadata: { ...gold.metadata, title: 'The gold' },
      });
      portal.catalog.hidden.set(author, [vault, owner]);
      const { interest } = await portal.record('ana', carts, {
        team: payments,
        useCase: 'Carts of all partners in one place, every morning.',
      });
      id = interest.id;
      // Hers alone: so does the number of those who asked there.
      await portal.record('cleo', vault, { team: 'group:default/ads' });
      // What it is called later is not what she knew.
      portal.catalog.set({
        ...api('carts'),
        metadata: { ...api('carts').metadata, title: 'The gold carts' },
      });
      await portal
        .as('dana')
        .post('/merges')
        .send({ from: carts, into: vault, reason: 'The gold is one' })
        .expect(200);
    });
    afterAll(() => portal?.backend.stop());

    const former = {
      ...{ target: carts, targetTitle: null },
      ...{ targetGone: true, movedAway: true },
    };

    it('is in her list as what she asked for, and that it was moved', async () => {
      for (const query of ['author=me', 'team=group:payments']) {
        const { body } = await get(`/interests?${query}&total=true`);
        expect(body).toMatchObject({ items: [{ id, ...former }], total: 1 });
      }
      // Asking for what it was moved to does not tell where it is.
      const { body: moved } = await portal
        .as('ana')
        .get(`/interests?target=${vault}&total=true`);
      expect(moved).toMatchObject({ items: [], total: 0 });
      const { body: owned } = await portal
        .as('ana')
        .get(`/interests?owner=${owner}&total=true`);
      expect(owned).toMatchObject({ items: [], total: 0 });
    });

    it.each(['', '&author=me', '&team=group:payments', '&status=open'])(
      'is found under what she asked for%s',
      async more => {
        const { body } = await get(
          `/interests?target=${carts}${more}&total=true`,
        );
        expect(body).toMatchObject({ items: [{ id, ...former }], total: 1 });
        const { text } = await get(`/interests/csv?target=${carts}${more}`);
        expect(text.trim().split('\r\n')).toHaveLength(2);
      },
    );

    it('is found there by nobody else, and by its author under neither owner', async () => {
      for (const person of ['cleo', 'dana', 'kim.keepers']) {
        const { body } = await portal
          .as(person)
          .get(`/interests?target=${carts}&total=true`)
          .expect(200);
        expect(body).toMatchObject({ items: [], total: 0 });
      }
      const { body } = await get(`/interests?target=${carts}&owner=${owner}`);
      expect(body.items).toEqual([]);
    });

    it('is found under both by an author who sees both', async () => {
      const found = [];
      portal.catalog.hidden.set(author, []);
      for (const target of [carts, vault]) {
        const { body } = await portal
          .as('ana')
          .get(`/interests?target=${target}&author=me&total=true`);
        found.push(body);
      }
      portal.catalog.hidden.set(author, [vault, owner]);
      for (const body of found) {
        expect(body).toMatchObject({
          items: [{ id, target: vault, movedAway: false }],
          total: 1,
        });
      }
    });

    it('and in her CSV', async () => {
      const { text } = await get('/interests/csv?author=me');
      expect(text).toContain(carts);
      expect(text.trim().split('\r\n')).toHaveLength(2);
    });

    it('and in what an action lists', async () => {
      const listed = await act('list-my-interests', {});
      expect(listed).toContain(carts);
    });

    it('is nowhere else', async () => {
      // What her interest moved away from she still sees.
      portal.catalog.set(api('carts'));
      const path = carts.replace(':', '/');
      const { body } = await get(`/demand/${path}`);
      expect(body).toMatchObject({ mergedInto: null, teams: [] });
      await get(`/demand/${path}/history`);
      await get(`/similar?target=${carts}`);
      await get('/demand?total=true');
      await get('/fragmentation');
      await act('get-demand', { target: carts });
    });

    it('is refused there without a name, by the API and by an action', async () => {
      const refused = await portal
        .as('ana')
        .put(`/interests/${carts.replace(':', '/')}`)
        .send({ team: payments });
      expect([refused.status, refused.text]).toEqual([
        409,
        expect.not.stringMatching(secret),
      ]);
      expect(
        await act('record-interest', { target: carts, team: payments }),
      ).toMatch(/merged into another target/);
    });

    it('is told by what she knew it as', async () => {
      const now = Date.now();
      await portal.send(new Date(now + 120_000));
      const { body: own } = await get('/interests?author=me');
      const [{ version }] = own.items;
      await portal
        .as('kim.keepers')
        .put(`/interests/${id}/status`)
        .send({ status: 'planned', note: 'In spring', version })
        .expect(200);
      await portal.send(new Date(now + 2 * 3_600_000));
      await portal.remind(new Date(now + 200 * dayMs));
      await portal.send(new Date(now + 200 * dayMs));
      const told = portal.notifications
        .filter(({ recipients }: any) => recipients.entityRef === author)
        .map(({ payload }) => payload);
      expect(told.map(({ title }) => title).sort()).toEqual([
        'Do you still need The carts?',
        'Planned: The carts',
        'The carts joined something else',
      ]);
      expect(JSON.stringify(told)).not.toMatch(secret);
    });

    it('can be confirmed and taken back by its id', async () => {
      for (const [method, path, status] of [
        ['post', `/interests/${id}/confirm`, 'planned'],
        ['delete', `/interests/${id}`, 'withdrawn'],
      ] as const) {
        const { body, text } = await portal.as('ana')[method](path).expect(200);
        expect(body).toEqual({
          interest: expect.objectContaining({ id, status, ...former }),
        });
        expect(text).not.toMatch(secret);
      }
    });
  },
);
