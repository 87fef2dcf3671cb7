import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const target = 'api:default/orders';
const team = 'group:default/payments';
const line = (author: string, key: number) => ({
  type: 'interest',
  ...{ target, team, author: `user:default/${author}` },
  useCaseKey: `case-${key}`,
  createdAt: '2026-01-01T00:00:00Z',
});
const lines = (author: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => line(author, from + at));

describe.each(databases.eachSupportedId())('use cases on %s', databaseId => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init(databaseId) });
  });
  afterAll(() => portal?.backend.stop());

  const put = (person: string, body: object) =>
    portal
      .as(person)
      .put('/interests/api/default/orders')
      .send({ team, ...body });
  const countOf = async (person: string) =>
    (await portal.knex('interest').where('author', `user:default/${person}`))
      .length;

  it('are a hundred a person and target, however many are sent at once', async () => {
    await portal.importAll(lines('ana', 1, 99));
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(key => put('ana', { useCaseKey: `new-${key}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409, 409,
    ]);
    expect(await countOf('ana')).toBe(100);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body.error.message).toMatch(
      /^useCaseKey: you have 100 use cases in this target, .*change one of them/,
    );
  });

  it('can be changed, withdrawn and taken up again all the same', async () => {
    const key = { useCaseKey: 'case-1' };
    const changed = await put('ana', { ...key, urgency: 'critical' });
    expect(changed.status).toBe(200);
    const { id } = changed.body.interest;
    await portal.as('ana').delete(`/interests/${id}`).expect(200);
    // It is kept, so it does not make room.
    expect((await put('ana', { useCaseKey: 'other' })).status).toBe(409);
    expect((await put('ana', key)).body.interest.id).toBe(id);
  });

  it('of others, and of the same person elsewhere, are counted apart', async () => {
    expect((await put('ben', {})).status).toBe(201);
    const elsewhere = await portal
      .as('ana')
      .put('/interests/pilot/default/delta-sharing')
      .send({ team });
    expect(elsewhere.status).toBe(201);
  });

  it('are refused by an import line by line', async () => {
    const { imported, failed } = await portal.import(lines('cleo', 1, 102));
    expect([imported, failed.map(each => each.line)]).toEqual([
      100,
      [101, 102],
    ]);
    expect(failed[0].message).toMatch(
      /^useCaseKey: user:default\/cleo has 100 use cases in api:default\/orders, .*leave the line out/,
    );
    expect(await countOf('cleo')).toBe(100);
    const again = await portal.import(lines('cleo', 1, 101));
    expect([again.unchanged, again.failed.length]).toEqual([100, 1]);
  });
});
