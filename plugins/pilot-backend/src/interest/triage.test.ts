import { databases } from '../__testUtils__/databases';
import { api } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const payments = 'group:default/payments';
const dana = 'user:default/dana';

describe.each(databases.eachSupportedId())('triage on %s', databaseId => {
  let portal: TestPortal;
  const start = async (
    options: Partial<Parameters<typeof startPortal>[0]> = {},
  ) => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      ...options,
    });
    portal.catalog.set(api('ledger'));
    const { interest } = await portal.record('ana', 'api:default/ledger', {
      team: payments,
    });
    return interest;
  };
  afterEach(() => portal?.backend.stop());
  const answer = (person: string, id: string, body: object) =>
    portal.as(person).put(`/interests/${id}/status`).send(body);
  const types = async () =>
    (await portal.log('api:default/ledger'))
      .map(({ type }) => type)
      .filter(type => type !== 'owner');

  it('lets the owner answer, and shows it to everybody', async () => {
    const { id, createdAt } = await start();
    const { status, body } = await answer('dana', id, {
      status: 'planned',
      note: '  In Q1. ',
      version: 1,
    });
    expect(status).toBe(200);
    expect(body.interest).toMatchObject({
      id,
      status: 'planned',
      statusNote: 'In Q1.',
      statusBy: dana,
      version: 2,
      createdAt,
      confirmedAt: createdAt,
      can: { triage: true, edit: 'notAuthor' },
    });
    expect(body.interest.statusAt).toBe(body.interest.updatedAt);
    expect(body.demand.counts).toMatchObject({ interests: 1, adopters: 0 });
    const list = await portal.as('ana').get('/interests?author=me');
    expect(list.body.items[0]).toMatchObject({
      status: 'planned',
      statusNote: 'In Q1.',
      version: 2,
    });
    expect(await types()).toEqual(['recorded', 'status']);

    const repeated = { status: 'planned', note: 'In Q1.', version: 1 };
    const again = await answer('dana', id, repeated);
    expect([again.status, again.body.interest.version]).toEqual([200, 2]);
    expect(await types()).toEqual(['recorded', 'status']);
    expect(portal.audits.slice(-1)).toMatchObject([
      {
        eventId: 'interest-status',
        meta: { id, status: 'planned' },
        end: 'success',
      },
    ]);
  });

  it('moves demand and the catalog along when adopted or declined', async () => {
    const { id } = await start();
    await portal.record('cleo', 'api:default/ledger', {
      team: 'group:default/ads',
    });
    const adopted = await answer('dana', id, { status: 'adopted', version: 1 });
    expect(adopted.body.demand.counts).toMatchObject({
      interests: 2,
      adopters: 1,
    });
    const feed = async () => {
      const { body } = await portal
        .asService('plugin:catalog')
        .get('/internal/projection');
      return body.changes.find(
        (each: { target: string }) => each.target === 'api:default/ledger',
      );
    };
    expect(await feed()).toMatchObject({ adopters: [payments] });
    const declined = await answer('dana', id, {
      status: 'declined',
      note: 'Too costly',
      version: 2,
    });
    expect(declined.body.demand.counts).toMatchObject({
      interests: 1,
      adopters: 0,
    });
    expect(await feed()).toMatchObject({
      adopters: [],
      teams: ['group:default/ads'],
    });
    const declinedKey = await portal
      .as('ana')
      .put('/interests/api/default/ledger')
      .send({ team: payments });
    expect(declinedKey.status).toBe(409);
  });

  it('hands two owners who answer at once the answer that stands', async () => {
    const { id } = await start();
    const answers = await Promise.all([
      answer('dana', id, { status: 'planned', version: 1 }),
      answer('dora.partner-tech', id, {
        status: 'declined',
        note: 'Not ours',
        version: 1,
      }),
    ]);
    const [won, lost] = answers.sort((a, b) => a.status - b.status);
    expect([won.status, lost.status]).toEqual([200, 409]);
    expect(lost.body).toEqual({
      error: {
        name: 'ConflictError',
        message: `version: Changed by ${won.body.interest.statusBy} on ${won.body.interest.updatedAt}; answer version 2, which is in current`,
      },
      request: { method: 'PUT', url: `/interests/${id}/status` },
      response: { statusCode: 409 },
      current: won.body.interest,
    });
    expect(await types()).toEqual(['recorded', 'status']);
    expect(
      portal.audits
        .slice(1)
        .map(({ end }) => end)
        .sort(),
    ).toEqual(['ConflictError', 'success']);
  });

  it('names nobody in a conflict where authors are not shown', async () => {
    const { id } = await start({
      config: { pilot: { privacy: { showAuthors: false } } },
    });
    await portal.record('ana', 'api:default/ledger', {
      team: payments,
      urgency: 'critical',
    });
    const { status, body } = await answer('dana', id, {
      status: 'planned',
      version: 1,
    });
    expect([status, body.current.urgency]).toEqual([409, 'critical']);
    expect(JSON.stringify(body)).not.toContain('user:');
    const done = await answer('dana', id, { status: 'planned', version: 2 });
    expect(done.status).toBe(200);
    expect(JSON.stringify(done.body)).not.toContain('user:');
  });

  it('tells apart who cannot see it, who is not its owner, and who may not', async () => {
    const { id } = await start({
      decide: (permission, person) =>
        permission === 'pilot.interest.triage' && person === 'dora.partner-tech'
          ? ({ result: 'DENY' } as any)
          : undefined,
    });
    const body = { status: 'planned', version: 1 };
    const refused = async (person: string, which = id) => {
      const { status, body: answered } = await answer(person, which, body);
      return [status, answered.error.message];
    };
    expect(await refused('cleo')).toEqual([
      403,
      'Only the owner of api:default/ledger can answer interest in it',
    ]);
    // Its author is not its owner.
    expect((await refused('ana'))[0]).toBe(403);
    expect(await refused('dora.partner-tech')).toEqual([
      403,
      'You lack the permission pilot.interest.triage',
    ]);
    expect(await refused('dana', 'no-such')).toEqual([
      404,
      'There is no interest no-such that you can see',
    ]);
    portal.catalog.hidden.set('user:default/cleo', ['api:default/ledger']);
    expect(await refused('cleo')).toEqual([
      404,
      `There is no interest ${id} that you can see`,
    ]);
    const { status } = await portal.anonymous
      .put(`/interests/${id}/status`)
      .send(body);
    expect(status).toBe(401);
    expect(await types()).toEqual(['recorded']);
  });

  it('asks the catalog who owns it now', async () => {
    const { id } = await start();
    portal.catalog.set(api('ledger', { owner: 'group:default/ads' }));
    const former = await answer('dana', id, { status: 'planned', version: 1 });
    expect(former.status).toBe(403);
    const owner = await answer('cleo', id, { status: 'planned', version: 1 });
    expect(owner.status).toBe(200);
  });

  it('answers the owner’s own interest as well, and a withdrawn one not', async () => {
    const { id } = await start();
    const own = await portal.record('dana', 'api:default/ledger', {
      team: 'group:default/partner-tech',
    });
    const internal = await answer('dana', own.interest.id, {
      status: 'acknowledged',
      version: 1,
    });
    expect(internal.body).toMatchObject({
      interest: { internal: true, status: 'acknowledged' },
      demand: { counts: { interests: 1, internal: 1 } },
    });
    await portal.as('ana').delete(`/interests/${id}`).expect(200);
    const { status, body } = await answer('dana', id, {
      status: 'planned',
      version: 2,
    });
    expect([status, body.error.message]).toEqual([
      409,
      expect.stringMatching(/^withdrawn: /),
    ]);
  });

  it.each([
    [{ status: 'declined', version: 1 }, /^note: say why/],
    [{ status: 'declined', note: '   ', version: 1 }, /^note: say why/],
    [{ status: 'withdrawn', version: 1 }, /^status: /],
    [{ status: 'planned' }, /^version: /],
    [{ status: 'planned', version: 0 }, /^version: /],
    [{ status: 'planned', version: 1, by: dana }, /by/],
  ])('refuses %j', async (body, message) => {
    const { id } = await start();
    const { status, body: answered } = await answer('dana', id, body);
    expect([status, answered.error.message]).toEqual([
      400,
      expect.stringMatching(message),
    ]);
  });
});
