import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { databases } from '../__testUtils__/databases';
import { pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const sharing = 'pilot:default/delta-sharing';
const drop = 'pilot:default/delta-sharing-drop';
const path = '/pilot/default/delta-sharing';
const payments = 'group:default/payments';
const checkout = 'group:default/checkout';
/** Whoever recorded or answered, in any spelling. */
const persons = /user:default|\b(ana|ben|dana)\b/i;

describe.each(databases.eachSupportedId())('privacy mode on %s', databaseId => {
  let portal: TestPortal;
  let registry: MockActionsRegistry;
  let id: string;
  let version: number;

  beforeAll(async () => {
    registry = actionsRegistryServiceMock();
    portal = await startPortal({
      knex: await databases.init(databaseId),
      config: { pilot: { privacy: { showAuthors: false } } },
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
    });
    portal.catalog.set(pilot('delta-sharing-drop'));
    const { interest } = await portal.record('ana', sharing, {
      team: payments,
      otherwise: 'build-own',
    });
    id = interest.id;
    await portal.record('ben', sharing, { team: checkout });
    const { body } = await portal
      .as('dana')
      .put(`/interests/${id}/status`)
      .send({ status: 'planned', version: 1 })
      .expect(200);
    version = body.interest.version;
    const { body: found } = await portal.as('dana').get('/fragmentation');
    await portal
      .as('dana')
      .post('/fragmentation/dismissals')
      .send({ key: found.groups[0].key, reason: 'They are two.' })
      .expect(200);
  });
  afterAll(() => portal?.backend.stop());

  it.each([
    ['/interests?total=true'],
    [`/interests?target=${sharing}&team=payments`],
    [`/demand${path}`],
    [`/demand${path}/history`],
    ['/demand?weeks=true'],
    [`/similar?target=${drop}`],
    ['/fragmentation?dismissed=true'],
    ['/policy'],
  ])('shows no person to others: GET %s', async url => {
    const { text } = await portal.as('cleo').get(url).expect(200);
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toMatch(persons);
  });

  it.each(['/interests', '/demand'])('nor in the CSV of %s', async url => {
    const { text } = await portal
      .as('cleo')
      .get(url)
      .set('accept', 'text/csv')
      .expect(200);
    expect(text).toContain(sharing);
    expect(text).not.toMatch(persons);
  });

  it('nor by asking for the interests of a person', async () => {
    for (const accept of ['application/json', 'text/csv']) {
      const { body } = await portal
        .as('cleo')
        .get('/interests?author=user:default/ana')
        .set('accept', accept)
        .expect(403);
      expect(body.error.message).toMatch(/^author: /);
    }
  });

  it('nor to the owner who answers, nor in a conflict', async () => {
    const set = (body: object) =>
      portal.as('dana').put(`/interests/${id}/status`).send(body);
    const conflict = await set({ status: 'open', version: version - 1 });
    expect([conflict.status, conflict.body.current.id]).toEqual([409, id]);
    expect(JSON.stringify(conflict.body)).not.toMatch(/\b(ana|ben)\b/);
    const answered = await set({ status: 'acknowledged', version });
    expect(answered.status).toBe(200);
    expect(JSON.stringify(answered.body)).not.toMatch(/\b(ana|ben)\b/);
  });

  it('shows people themselves', async () => {
    const { body } = await portal.as('ana').get('/interests').expect(200);
    const authors = body.items.map((each: any) => [each.team, each.author]);
    expect(authors.sort()).toEqual([
      [checkout, null],
      [payments, 'user:default/ana'],
    ]);
    const own = await portal.as('ana').get('/interests?author=user:ana');
    expect(own.body.items).toHaveLength(1);
    const { text } = await portal
      .as('ana')
      .get('/interests')
      .set('accept', 'text/csv');
    expect(text.match(/user:default\/\w+/g)).toEqual(['user:default/ana']);
  });

  it('holds in actions', async () => {
    const inputs: Record<string, object> = {
      'get-demand': { target: sharing },
      'explain-demand': { target: sharing },
      'list-demand': {},
      'find-similar': { target: drop },
      'list-my-interests': {},
    };
    for (const [name, input] of Object.entries(inputs)) {
      const { output } = await registry.invoke({
        id: `test:${name}`,
        input: input as any,
        credentials: mockCredentials.user('user:default/cleo'),
      });
      expect(JSON.stringify(output)).not.toMatch(persons);
    }
  });
});
