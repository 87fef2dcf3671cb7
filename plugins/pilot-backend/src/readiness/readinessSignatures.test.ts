import { databases } from '../__testUtils__/databases';
import { lake, setReadyWorld } from '../__testUtils__/readyPilot';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

jest.setTimeout(300_000);

const path = '/readiness/pilot/default/lake';
const review = 'governance.security-review';
const evidence = 'https://wiki.example.com/review';
const dayIn = (days: number) =>
  new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

describe.each(databases.eachSupportedId())('signatures on %s', databaseId => {
  let portal: TestPortal;
  const begin = async (
    options: Partial<Parameters<typeof startPortal>[0]> = {},
  ) => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      config: {
        pilot: { decisions: { approvers: ['group:default/architects'] } },
      },
      ...options,
    });
    setReadyWorld(portal.catalog);
  };
  afterEach(() => portal?.backend.stop());

  const post = (person: string, what: string, body: object) =>
    portal.as(person).post(`${path}/${what}`).send(body);
  const attest = (body: object = {}, person = 'dana') =>
    post(person, 'attestations', {
      check: review,
      verdict: 'pass',
      evidence,
      ...body,
    });
  const waive = (body: object = {}, person = 'ada.architects') =>
    post(person, 'waivers', {
      check: review,
      reason: 'It is on its way',
      expiresAt: dayIn(30),
      ...body,
    });
  const checkOf = (body: any, id = review) =>
    body.checks.find((each: any) => each.id === id);
  const look = async (id = review, person = 'ana') => {
    const { body } = await portal.as(person).get(path).expect(200);
    return checkOf(body, id);
  };
  const log = async () => {
    const { body } = await portal
      .as('ana')
      .get(`${path}/log?check=${review}`)
      .expect(200);
    return body.items.map(({ type }: { type: string }) => type);
  };

  it('of two at once stand one after the other, and the last one holds', async () => {
    await begin();
    const answers = await Promise.all(
      ['dana', 'dora.partner-tech', 'dora.partner-tech', 'dana'].map(
        (person, index) =>
          attest({ verdict: index % 2 === 0 ? 'pass' : 'fail' }, person),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const rows = await portal.knex('attestation');
    expect(rows).toHaveLength(4);
    const standing = rows.filter(row => row.standing !== null);
    expect(standing).toHaveLength(1);
    expect((await look()).attestation).toBe(standing[0].id);
    expect(await log()).toHaveLength(4);
  });

  it.each(['\u0000', '\u0007', '\ud800'])(
    'and reports refuse a link with %j, which not every database can store',
    async character => {
      await begin();
      const link = `${evidence}/${character}`;
      const signed = await attest({ evidence: link });
      expect([signed.status, signed.body.error.message]).toEqual([
        400,
        'evidence: must not contain control characters',
      ]);
      const reported = await portal
        .asService()
        .post(`${path}/results`)
        .send([{ check: review, verdict: 'pass', evidence: link }]);
      expect([reported.status, reported.body.error.message]).toEqual([
        400,
        '0.evidence: must not contain control characters',
      ]);
    },
  );

  it('sent several times at once are one', async () => {
    await begin();
    await look();
    const answers = await Promise.all([...Array(5)].map(() => attest()));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 200, 200, 200, 201,
    ]);
    expect(await portal.knex('attestation')).toHaveLength(1);
  });

  it('are told to other backends and to open pages, without names', async () => {
    await begin();
    const { body } = await attest();
    await waive({ check: 'governance.tenancy' });
    await portal.backend.stop();
    expect(
      portal.published
        .filter(({ topic }) => topic === 'pilot.readiness')
        .map(({ eventPayload }) => eventPayload),
    ).toEqual([
      {
        type: 'attested',
        target: lake,
        check: review,
        verdict: 'pass',
        at: checkOf(body).at,
      },
      {
        type: 'waived',
        target: lake,
        check: 'governance.tenancy',
        verdict: null,
        at: expect.any(String),
      },
    ]);
    expect(
      portal.signals.some(({ message }) =>
        (message.watch as string[]).includes(body.watch),
      ),
    ).toBe(true);
    expect(
      portal.metrics
        .of('pilot.readiness.changed')
        .map(({ attributes }) => attributes),
    ).toEqual([
      { kind: 'pilot', type: 'attested' },
      { kind: 'pilot', type: 'waived' },
    ]);
  });

  it('stay while their check is switched off', async () => {
    await begin();
    await attest();
    await portal.backend.stop();
    const restart = async (config: object) => {
      portal = await startPortal({
        ...{ knex: portal.knex, catalog: portal.catalog },
        config,
      });
    };
    await restart({
      pilot: { readiness: { checks: { [review]: { enabled: false } } } },
    });
    expect(await look()).toBeUndefined();
    await portal.backend.stop();
    await restart({});
    expect(await look()).toMatchObject({
      verdict: 'pass',
      by: 'user:default/dana',
    });
  });

  it('are refused of what was merged into something else', async () => {
    await begin();
    const merged = await portal.as('ada.architects').post('/merges').send({
      from: lake,
      into: 'pilot:default/delta-sharing',
      reason: 'The same',
    });
    expect(merged.status).toBe(200);
    const { status, body } = await attest();
    expect([status, body.error.message]).toEqual([
      409,
      `${lake} was merged into pilot:default/delta-sharing; ask for that instead`,
    ]);
    portal.catalog.remove(lake);
    expect((await attest()).status).toBe(404);
  });
});
