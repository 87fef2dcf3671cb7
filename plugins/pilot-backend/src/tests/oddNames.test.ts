import { databases } from '../__testUtils__/databases';
import { api, group, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const names = [
  'john@example.com',
  'a.b-c_d',
  'x'.repeat(63),
  'y'.repeat(120),
  'john doe',
  'doe, john (ext.)',
  'größe',
  '開発',
  '100% & more?#',
];
const target = 'api:default/orders';

describe.each(databases.eachSupportedId())('odd names on %s', databaseId => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      config: { pilot: { interest: { teamTypes: ['team'] } } },
    });
    portal.catalog.set(
      group('payments', 'Team'),
      { ...api('orders'), spec: { type: 'Größe-Service' } },
      ...names.map((name, index) =>
        pilot(`p${index}`, { owner: `group:other/${name}` }),
      ),
    );
    await portal.record('ana', target, { team: 'group:default/payments' });
    await portal.sync();
  });
  afterAll(() => portal?.backend.stop());

  const found = async (query: string) => {
    const { status, body } = await portal.as('ana').get(`/demand?${query}`);
    expect([query, status, body.error?.message]).toEqual([
      query,
      200,
      undefined,
    ]);
    return body.items.map((item: any) => item.target);
  };

  it('of owners in an answer are taken by the filter', async () => {
    const { body } = await portal.as('ana').get('/demand?kind=pilot&limit=200');
    const owned = body.items.filter(({ owner }: any) =>
      owner.startsWith('group:other/'),
    );
    expect(owned).toHaveLength(names.length);
    for (const { owner, target: of } of owned) {
      expect(await found(`owner=${encodeURIComponent(owner)}`)).toEqual([of]);
    }
  });

  it.each([
    'Größe-Service',
    'größe-service',
    'GRÖSSE-SERVICE',
    'GRÖßE-SERVICE',
  ])('of the type %s are compared without case', async type => {
    const is = type.toLowerCase() === 'größe-service';
    const query = `type=${encodeURIComponent(type)}`;
    expect(await found(query)).toEqual(is ? [target] : []);
  });

  it('of kinds and types of teams are compared without case', async () => {
    expect(await found('kind=Api')).toEqual([target]);
    const { can } = await portal.demand('ana', target);
    expect(can.record).toBe(true);
  });
});
