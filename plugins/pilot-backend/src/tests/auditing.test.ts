import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { databases } from '../__testUtils__/databases';
import { lake, payments, startDecisions } from '../__testUtils__/decisionWorld';
import { openapiDocument } from '../app/document';

jest.setTimeout(300_000);

/** Every path that answers a whole list as CSV, and the list of which it does. */
const csvPaths = Object.entries<Record<string, any>>(
  openapiDocument.paths,
).flatMap(([path, { get }]) =>
  get?.responses[200].content['text/csv']
    ? [path, path.replace(/\/csv$/, '')]
    : [],
);

/** The tables of who may do what show that the caller is the actor. */
describe('the auditor hears', () => {
  let world: Awaited<ReturnType<typeof startDecisions>>;
  let registry: MockActionsRegistry;

  beforeAll(async () => {
    registry = actionsRegistryServiceMock();
    world = await startDecisions({
      knex: await databases.init('SQLITE_3'),
      denied: ['pilot.interest.create.onBehalf', 'pilot.decision.decide'],
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
    });
    await world.ask();
    await world.ask('cleo', 'group:default/ads');
    await world.attest();
  });
  afterAll(() => world?.portal.backend.stop());

  const last = () => world.portal.audits.at(-1);

  it('knows lists that are taken whole', () => {
    expect(csvPaths).toHaveLength(14);
  });

  it.each(csvPaths)('of a list that is taken whole: %s', async path => {
    const { portal } = world;
    const filled = path
      .replace('{kind}', 'pilot')
      .replace('{namespace}', 'default')
      .replace('{name}', 'lake');
    const before = portal.audits.length;
    const { status, text } = await portal
      .as('dana')
      .get(filled)
      .set('accept', 'text/csv');
    expect(status).toBe(200);
    expect(portal.audits.slice(before)).toEqual([
      {
        eventId: expect.stringMatching(/^[a-z-]+-csv$/),
        severity: 'medium',
        actor: 'user:default/dana',
        meta: expect.objectContaining({
          // No cell here has a line break.
          rows: text.trimEnd().split('\r\n').length - 1,
        }),
        end: 'success',
      },
    ]);
  });

  it("of everybody's interest which of it was asked for", async () => {
    await world.portal
      .as('dana')
      .get(`/interests?team=${payments}&status=open`)
      .set('accept', 'text/csv')
      .expect(200);
    expect(last()?.meta).toEqual({
      filter: { team: payments, statuses: ['open'] },
      rows: 1,
    });
  });

  it('how many lines an import brings, and whose', async () => {
    const line = {
      ...{ type: 'interest', target: 'api:default/orders', team: payments },
      ...{ author: 'user:default/ben', createdAt: '2026-01-01T00:00:00Z' },
    };
    await world.portal.import([
      line,
      { ...line, author: 'user:default/ana' },
      line,
      '[]',
    ]);
    expect(last()).toEqual({
      eventId: 'interest-import',
      severity: 'high',
      actor: 'external:script',
      meta: {
        ...{ lines: 4, imported: 2, unchanged: 1, failed: 1 },
        authors: ['user:default/ana', 'user:default/ben'],
      },
      end: 'success',
    });
  });

  it('how many lines an export takes', async () => {
    const { text } = await world.portal.asService().get('/export').expect(200);
    const lines = text.trimEnd().split('\n').length;
    expect(last()).toMatchObject({
      ...{ eventId: 'interest-export', actor: 'external:script' },
      meta: { lines },
    });
  });

  it('of what a refusal was', async () => {
    await world.portal.as('ana').get('/orphans').expect(200);
    await world.portal.asService().get('/pilots').expect(403);
    expect(last()).toEqual({
      eventId: 'access-refused',
      severity: 'medium',
      actor: 'external:script',
      meta: { route: 'GET /pilots' },
      end: 'NotAllowedError',
    });
    await expect(
      registry.invoke({
        id: 'test:get-pilot',
        input: { target: lake } as any,
        credentials: mockCredentials.service('external:ci'),
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(last()).toMatchObject({
      ...{ eventId: 'access-refused', actor: 'external:ci' },
      meta: { action: 'get-pilot', service: 'external:ci' },
    });
  });

  it('of a write that is no good, too', async () => {
    const put = world.portal.as('ana').put('/interests/api/default/orders');
    await put.send({ team: 7 }).expect(400);
    expect(last()).toMatchObject({
      ...{ eventId: 'interest-record', end: 'InputError' },
      actor: 'user:default/ana',
    });
  });
});
