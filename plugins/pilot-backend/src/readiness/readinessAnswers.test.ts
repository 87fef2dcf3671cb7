import { databases } from '../__testUtils__/databases';
import {
  lake,
  readyPilot,
  setReadyWorld,
  teamOf,
} from '../__testUtils__/readyPilot';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

jest.setTimeout(300_000);

const path = '/readiness/pilot/default/lake';
const review = 'governance.security-review';
const evidence = 'https://wiki.example.com/review';
const dayIn = (days: number) =>
  new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

describe.each(databases.eachSupportedId())(
  'answers of people on %s',
  databaseId => {
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

    it('are listed for a check that is no longer in force', async () => {
      await begin();
      await attest();
      await portal
        .knex('readiness_log')
        .where({ check_id: review })
        .update({ check_id: 'governance.retired' });
      const { body } = await portal
        .as('ana')
        .get(`${path}/log?check=governance.retired`)
        .expect(200);
      expect(body.items).toHaveLength(1);
    });

    it('are signed by the owner, for as long as the check allows', async () => {
      await begin();
      expect(await look()).toMatchObject({
        verdict: 'unknown',
        source: null,
        lastAnswer: null,
        can: {
          attest: 'notOwner',
          waive: 'notApprover',
          revokeAttestation: 'notAttested',
        },
      });
      const first = await attest({ note: ' All is well. ' });
      expect(first.status).toBe(201);
      const signed = checkOf(first.body);
      expect(signed).toMatchObject({
        verdict: 'pass',
        source: 'attestation',
        by: 'user:default/dana',
        note: 'All is well.',
        evidence,
        expiresSoon: false,
        can: {
          attest: true,
          waive: 'passes',
          revokeAttestation: true,
          revokeWaiver: 'notWaived',
        },
      });
      expect(signed.expiresAt).toBe(`${dayIn(365)}T23:59:59.999Z`);
      // Sent again, it is the same one.
      const again = await attest({ note: 'All is well.' });
      expect([again.status, checkOf(again.body)]).toEqual([200, signed]);
      expect(await log()).toEqual(['attested']);

      const renewed = await attest({ verdict: 'fail', expiresAt: dayIn(20) });
      expect(renewed.status).toBe(201);
      expect(checkOf(renewed.body)).toMatchObject({
        verdict: 'fail',
        expiresAt: `${dayIn(20)}T23:59:59.999Z`,
      });
      const soon = await attest({ expiresAt: dayIn(20) });
      expect(checkOf(soon.body).expiresSoon).toBe(true);
      expect(await log()).toEqual(['attested', 'attested', 'attested']);
      expect(portal.audits.slice(-1)).toMatchObject([
        {
          eventId: 'readiness-attest',
          meta: { target: lake, check: review },
          end: 'success',
        },
      ]);
    });

    it('are revoked by the owner, once, and not after another took their place', async () => {
      await begin();
      const { attestation: first } = checkOf((await attest()).body);
      const { attestation: second } = checkOf(
        (await attest({ note: 'Anew' })).body,
      );
      const revoke = (id: string, person = 'dora.partner-tech') =>
        portal.as(person).delete(`${path}/attestations/${id}`);
      expect((await revoke(first)).status).toBe(409);
      expect((await revoke(second, 'ana')).status).toBe(403);
      expect((await revoke('none')).status).toBe(404);
      const revoked = await revoke(second);
      expect([revoked.status, checkOf(revoked.body).verdict]).toEqual([
        200,
        'unknown',
      ]);
      expect((await revoke(second)).status).toBe(200);
      expect(await log()).toEqual([
        'attestationRevoked',
        'attested',
        'attested',
      ]);
      // An id of another entity is none of this one.
      const { attestation } = checkOf((await attest()).body);
      const elsewhere = await portal
        .as('dana')
        .delete(
          `/readiness/pilot/default/delta-sharing/attestations/${attestation}`,
        );
      expect(elsewhere.status).toBe(404);
    });

    it('are waived by approvers who do not own it', async () => {
      await begin();
      const waived = await waive();
      expect([waived.status, checkOf(waived.body)]).toEqual([
        201,
        expect.objectContaining({
          verdict: 'waived',
          source: 'waiver',
          by: 'user:default/ada.architects',
          note: 'It is on its way',
          expiresAt: `${dayIn(30)}T23:59:59.999Z`,
          can: expect.objectContaining({ revokeWaiver: true }),
        }),
      ]);
      expect((await waive()).status).toBe(200);
      const attested = await attest();
      expect(checkOf(attested.body)).toMatchObject({
        verdict: 'pass',
        source: 'attestation',
      });
      const { waiver } = checkOf(attested.body);
      const pointless = await waive({ reason: 'Another' });
      expect([pointless.status, pointless.body.error.message]).toEqual([
        409,
        `check: ${review} passes; there is nothing to waive`,
      ]);
      const revoked = await portal
        .as('abe.architects')
        .delete(`${path}/waivers/${waiver}`);
      expect([revoked.status, checkOf(revoked.body).waiver]).toEqual([
        200,
        null,
      ]);
      expect(await log()).toEqual(['waiverRevoked', 'attested', 'waived']);
    });

    it('are not for others, each told why', async () => {
      await begin();
      const who: Array<[string, object, string, RegExp]> = [
        ['ana', {}, 'attestations', /Only its owner can attest/],
        ['ada.architects', {}, 'attestations', /Only its owner can attest/],
        ['dana', {}, 'waivers', /Only approvers/],
        ['ana', {}, 'waivers', /Only approvers/],
      ];
      for (const [person, , what, message] of who) {
        const { status, body } =
          what === 'waivers'
            ? await waive({}, person)
            : await attest({}, person);
        expect([person, status, body.error.message]).toEqual([
          person,
          403,
          expect.stringMatching(message),
        ]);
      }
      portal.catalog.set(
        readyPilot({ relations: { ownedBy: ['group:default/architects'] } }),
        teamOf('architects', 2),
      );
      const own = await waive();
      expect([own.status, own.body.error.message]).toEqual([
        403,
        'Your team owns it; an approver of another team waives its checks',
      ]);
      expect((await look(review, 'ada.architects')).can.waive).toBe('ownsIt');
      for (const [what, body] of [
        ['attestations', { check: review, verdict: 'pass', evidence }],
        ['waivers', { check: review, reason: 'R', expiresAt: dayIn(9) }],
      ] as const) {
        const { status } = await portal
          .asService()
          .post(`${path}/${what}`)
          .send(body);
        expect([what, status]).toEqual([what, 403]);
      }
    });

    it('need approvers to be waived at all', async () => {
      await begin({ config: {} });
      const { status, body } = await waive();
      expect([status, body.error.message]).toEqual([
        403,
        expect.stringMatching(/pilot\.decisions\.approvers/),
      ]);
      expect((await look()).can.waive).toBe('noApprovers');
    });

    const refused: Array<
      [string, () => PromiseLike<{ status: number; body: any }>, string]
    > = [
      [
        'an attestation without evidence',
        () => attest({ evidence: undefined }),
        'evidence',
      ],
      [
        'evidence that is no link',
        () => attest({ evidence: 'ftp://x' }),
        'evidence: must be a link',
      ],
      [
        'evidence that is a script',
        () => attest({ evidence: 'data:text/html,<script>' }),
        'evidence: must be a link',
      ],
      [
        'an attestation beyond the limit',
        () => attest({ expiresAt: dayIn(366) }),
        `expiresAt: must be on ${dayIn(365)} at the latest, 365 days from now`,
      ],
      [
        // The day before today has not ended everywhere on earth.
        'an attestation of the past',
        () => attest({ expiresAt: dayIn(-2) }),
        'expiresAt: must be later than now',
      ],
      [
        'an unknown check',
        () => attest({ check: 'governance.security-reviews' }),
        `check: there is no check governance.security-reviews; did you mean ${review}?`,
      ],
      [
        'a check that nobody attests',
        () => attest({ check: 'docs.lessons' }),
        'check: docs.lessons is not attested. From the Pilot: it states at least one decision with its rationale, and at least one success measure with where it stands.',
      ],
      [
        'a check that does not apply',
        () =>
          portal
            .as('dana')
            .post('/readiness/component/default/lake-server/attestations')
            .send({ check: review, verdict: 'pass', evidence }),
        `check: ${review} does not apply to this entity`,
      ],
      [
        'a waiver without a reason',
        () => waive({ reason: '  ' }),
        'reason: say why it can wait; everyone sees it',
      ],
      [
        'a waiver beyond the limit',
        () => waive({ expiresAt: dayIn(181) }),
        `expiresAt: must be on ${dayIn(180)} at the latest, 180 days from now`,
      ],
      [
        'a waiver without an end',
        () => waive({ expiresAt: undefined }),
        'expiresAt',
      ],
    ];
    it('are refused with the field and the fix', async () => {
      await begin();
      for (const [name, call, message] of refused) {
        const { status, body } = await call();
        expect([name, status, body.error?.message]).toEqual([
          name,
          400,
          expect.stringContaining(message),
        ]);
      }
      expect(
        await portal
          .knex('readiness_log')
          .where({ actor: 'user:default/dana' }),
      ).toEqual([]);
    });

    it('lapse into unknown, with what was answered last', async () => {
      await begin();
      await attest();
      await waive({ check: 'governance.tenancy' });
      const past = Date.now() - 1000;
      await portal.knex('attestation').update({ expires_at: past });
      await portal.knex('waiver').update({ expires_at: past });
      expect(await look()).toMatchObject({
        verdict: 'unknown',
        source: 'attestation',
        by: null,
        attestation: null,
        lastAnswer: {
          verdict: 'pass',
          source: 'attestation',
          by: 'user:default/dana',
          evidence,
          expiresAt: new Date(past).toISOString(),
        },
      });
      expect(await look('governance.tenancy')).toMatchObject({
        verdict: 'unknown',
        waiver: null,
        lastAnswer: null,
      });
      // The same again is a new one.
      expect((await attest()).status).toBe(201);
    });
  },
);
