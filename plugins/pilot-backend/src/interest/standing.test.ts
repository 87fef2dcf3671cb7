import { databases } from '../__testUtils__/databases';
import { api } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const payments = 'group:default/payments';

describe.each(databases.eachSupportedId())('what stands, on %s', databaseId => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init(databaseId) });
  });
  afterAll(() => portal?.backend.stop());

  /** An API that nobody asked for yet. */
  let number = 0;
  const fresh = () => {
    number += 1;
    portal.catalog.set(api(`fresh-${number}`));
    return `api:default/fresh-${number}`;
  };
  const put = (person: string, target: string, body: object) =>
    portal
      .as(person)
      .put(`/interests/${target.replace(':', '/')}`)
      .send(body);
  /** Interest that the owner answered, by import. */
  const answered = async (
    status: string,
    more: { useCaseKey?: string; confirmedAt?: string } = {},
  ) => {
    const target = fresh();
    const key = { target, author: 'user:default/ana', team: payments };
    const { useCaseKey = 'default', ...times } = more;
    await portal.import([
      {
        type: 'interest',
        ...key,
        useCaseKey,
        createdAt: '2026-01-05T10:00:00.000Z',
        ...times,
      },
      {
        type: 'status',
        ...key,
        useCaseKey,
        status,
        note: 'Because',
        by: 'user:default/dana',
        at: '2026-01-06T10:00:00.000Z',
      },
    ]);
    const { body } = await portal.as('ana').get(`/interests?target=${target}`);
    return { target, interest: body.items[0] };
  };

  it('withdraws once, and reopens under the same id with the former status', async () => {
    const { target, interest } = await answered('planned');
    const { id } = interest;
    for (const turn of ['first', 'again']) {
      const withdrawn = await portal.as('ana').delete(`/interests/${id}`);
      expect([turn, withdrawn.status]).toEqual([turn, 200]);
      expect(withdrawn.body).toMatchObject({
        interest: { id, status: 'withdrawn', version: 3 },
        demand: { score: 0, level: 'none', counts: { interests: 0 } },
      });
      expect(withdrawn.body.interest.can).toMatchObject({
        edit: true,
        withdraw: 'withdrawn',
        confirm: 'withdrawn',
      });
    }
    const types = async () =>
      (await portal.log(target)).map(({ type }) => type);
    expect((await types()).slice(-1)).toEqual(['withdrawn']);
    expect(await types()).toHaveLength(4);

    const before = Date.now();
    const { status, body } = await put('ana', target, { team: payments });
    expect(status).toBe(200);
    expect(body.interest).toMatchObject({
      id,
      status: 'planned',
      statusNote: 'Because',
      version: 4,
    });
    expect(Date.parse(body.interest.confirmedAt)).toBeGreaterThanOrEqual(
      before,
    );
    expect(body.demand.counts.interests).toBe(1);
    expect((await types()).slice(-1)).toEqual(['reopened']);
  });

  it('answers 409 to a declined key, which withdrawing does not erase', async () => {
    const { target, interest } = await answered('declined');
    const declined = /^declined: .*"Because".*another use case/;
    expect(interest.can).toMatchObject({
      edit: 'declined',
      confirm: 'declined',
    });
    const refuse = async () => {
      for (const body of [
        { team: payments },
        { team: payments, id: interest.id },
      ]) {
        const refused = await put('ana', target, body);
        expect([refused.status, refused.body.error.message]).toEqual([
          409,
          expect.stringMatching(declined),
        ]);
      }
    };
    await refuse();
    await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
    await refuse();
    const other = await put('ana', target, {
      team: payments,
      useCaseKey: 'other',
    });
    expect(other.status).toBe(201);
    expect(other.body.demand.counts.interests).toBe(1);
  });

  it('confirms what was recorded long ago, once', async () => {
    const { target, interest } = await answered('acknowledged');
    expect(interest).toMatchObject({ confirmDue: true, version: 2 });
    const before = Date.now();
    const confirmed = await portal
      .as('ana')
      .post(`/interests/${interest.id}/confirm`);
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.interest).toMatchObject({
      status: 'acknowledged',
      confirmDue: false,
      version: 3,
      createdAt: interest.createdAt,
    });
    expect(
      Date.parse(confirmed.body.interest.confirmedAt),
    ).toBeGreaterThanOrEqual(before);
    expect(confirmed.body.demand.score).toBeCloseTo(13.34, 2);

    const again = await portal
      .as('ana')
      .post(`/interests/${interest.id}/confirm`);
    expect(again.body.interest).toEqual(confirmed.body.interest);
    expect((await portal.log(target)).map(({ type }) => type)).toEqual([
      'owner',
      'recorded',
      'status',
      'confirmed',
    ]);
  });

  it.each([
    ['declined', /^declined: /],
    ['adopted', /^adopted: /],
    ['withdrawn', /^withdrawn: /],
  ])('refuses to confirm what is %s', async (status, message) => {
    const { interest } = await answered(status);
    expect(interest).toMatchObject({ confirmDue: false, status });
    expect(interest.can.confirm).toBe(status);
    const refused = await portal
      .as('ana')
      .post(`/interests/${interest.id}/confirm`);
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      expect.stringMatching(message),
    ]);
  });

  it('lets nobody but the author withdraw or confirm', async () => {
    const { interest } = await answered('open');
    const own = `/interests/${interest.id}`;
    // Also not the target's owner, nor a member of the same team.
    for (const person of ['ben', 'dana']) {
      const answers = [
        await portal.as(person).delete(own),
        await portal.as(person).post(`${own}/confirm`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    }
    const { body } = await portal.as('dana').get(`/interests?status=open`);
    const seen = body.items.find(({ id }: any) => id === interest.id);
    expect(seen).toMatchObject({
      version: 2,
      can: {
        edit: 'notAuthor',
        withdraw: 'notAuthor',
        confirm: 'notAuthor',
        triage: true,
      },
    });
    expect((await portal.as('ana').delete('/interests/none')).status).toBe(404);
  });

  it('lets authors see and withdraw theirs when the target is gone', async () => {
    const target = fresh();
    const { body } = await put('ana', target, { team: payments });
    portal.catalog.remove(target);
    await portal.sync();
    await portal.sync();

    const list = await portal.as('ana').get('/interests?author=me');
    expect(list.body.items).toContainEqual({
      ...body.interest,
      targetGone: true,
    });
    const ofOthers = await portal.as('ben').get(`/interests?target=${target}`);
    expect(ofOthers.body.items).toEqual([]);
    const { id } = body.interest;
    expect((await portal.as('ben').delete(`/interests/${id}`)).status).toBe(
      404,
    );
    const withdrawn = await portal.as('ana').delete(`/interests/${id}`);
    expect([withdrawn.status, withdrawn.body]).toEqual([
      200,
      { interest: expect.objectContaining({ id, status: 'withdrawn' }) },
    ]);
  });
});
