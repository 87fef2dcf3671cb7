import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { openapiDocument } from '../app/document';

jest.setTimeout(300_000);

const target = 'pilot:default/delta-sharing';
const pathOf = (template: string) =>
  template
    .replace('{kind}', 'pilot')
    .replace('{namespace}', 'default')
    .replace('{name}', 'delta-sharing');

/** Every query of the document that takes a date or an instant. */
const queries = Object.entries<any>(openapiDocument.paths).flatMap(
  ([path, { get }]) =>
    (get?.parameters ?? [])
      .filter(({ example }: any) => /^\d{4}-\d\d-\d\d/.test(example))
      .map(({ name }: any): [path: string, name: string] => [path, name]),
);

describe('an instant of the future', () => {
  const registry = actionsRegistryServiceMock();
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init('SQLITE_3'),
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
    });
  });
  afterAll(() => portal?.backend.stop());

  it('is looked for in these queries', () => {
    expect(queries).toEqual([
      ['/demand', 'asOf'],
      ['/demand/csv', 'asOf'],
      ['/demand/{kind}/{namespace}/{name}', 'asOf'],
      ['/demand/{kind}/{namespace}/{name}/history', 'from'],
      ['/demand/{kind}/{namespace}/{name}/history', 'to'],
      ['/pilots', 'asOf'],
      ['/pilots/csv', 'asOf'],
    ]);
  });

  it.each(queries)('is refused by %s?%s=', async (path, name) => {
    const tomorrow = new Date(Date.now() + dayMs).toISOString();
    for (const accept of ['application/json', 'text/csv']) {
      const days = ['2099-01-01', tomorrow.slice(0, 10)];
      const instants = [
        tomorrow,
        '2099-01-01T00:00:00Z',
        '9999-12-31T23:59:59Z',
      ];
      for (const given of name === 'asOf' ? [...days, ...instants] : days) {
        const { status, body } = await portal
          .as('ana')
          .get(`${pathOf(path)}?${name}=${given}`)
          .set('accept', accept);
        expect([status, body.error?.message]).toEqual([
          400,
          `${name}: ${given} is in the future; give a past instant, or a date up to today`,
        ]);
      }
    }
  });

  it('is refused among refs too', async () => {
    const { status, body } = await portal
      .as('ana')
      .post('/demand/by-refs')
      .send({ targets: [target], asOf: '2099-01-01T00:00:00Z' });
    expect([status, body.error?.message]).toEqual([
      400,
      expect.stringMatching(/^asOf: .* is in the future; give a past instant/),
    ]);
  });

  it('is refused by every action', async () => {
    const { actions } = await registry.list();
    const dated = actions.filter(
      ({ schema }) => 'asOf' in (schema.input.properties ?? {}),
    );
    expect(dated.map(({ name }) => name)).toContain('get-demand');
    for (const { id, schema } of dated) {
      const input = {
        asOf: '2099-01-01',
        ...('target' in schema.input.properties! ? { target } : {}),
      };
      await expect(
        registry.invoke({
          ...{ id, input },
          credentials: mockCredentials.user('user:default/ana'),
        }),
      ).rejects.toThrow(/^asOf: .* is in the future; give a past instant/);
    }
  });

  it('is now where it is today', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const statuses = [];
    for (const [path, name] of queries) {
      const url = `${pathOf(path)}?${name}=${today}`;
      statuses.push((await portal.as('ana').get(url)).status);
    }
    expect(statuses).toEqual(queries.map(() => 200));
  });
});
