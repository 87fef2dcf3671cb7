import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databases } from '../__testUtils__/databases';
import {
  lake,
  lakeWith,
  owner,
  startDecisions,
} from '../__testUtils__/decisionWorld';

jest.setTimeout(300_000);

type World = Awaited<ReturnType<typeof startDecisions>>;

describe.each(databases.eachSupportedId())(
  'special phases on %s',
  databaseId => {
    let world: World;
    const begin = async (
      options: Omit<Parameters<typeof startDecisions>[0], 'knex'> = {},
    ): Promise<World> => {
      const knex = await databases.init(databaseId);
      world = await startDecisions({ ...options, knex });
      return world;
    };
    afterEach(() => world?.portal.backend.stop());
    const types = async () =>
      (await world.portal.log(lake)).map(({ type }) => type);

    it('go past the gate where the Pilot declares it, with an approval still', async () => {
      const { portal, propose, decide, see } = await begin();
      const unstated = await propose('dana', { bypass: true });
      expect([unstated.status, unstated.body.error.message]).toEqual([
        409,
        `bypass: ${lake} does not declare spec.platformScale, so its gate has to open`,
      ]);
      expect(unstated.body.current.can.bypass).toBe('notStated');
      portal.catalog.set(
        lakeWith({ platformScale: { rationale: 'Every team has partners' } }),
      );
      expect(await see('dana')).toMatchObject({
        platformScale: true,
        can: {
          'build-out': 'gateClosed',
          bypass: true,
          platform: 'wrongPhase',
        },
        recommendation: {
          code: 'invest',
          reasons: [{ code: 'platformScale' }],
        },
      });
      const { body } = await propose('dana', { bypass: true });
      expect(body.proposal).toMatchObject({ from: 'pilot', bypass: true });
      const decided = await decide('ada.architects', body.proposal.id);
      expect(decided.body).toMatchObject({ phase: 'build-out' });
      const launch = await propose('dana', { to: 'platform', bypass: true });
      expect([launch.status, launch.body.error.message]).toEqual([
        400,
        expect.stringMatching(/^bypass: /),
      ]);
    });

    it('are not proposed where nobody is configured to decide', async () => {
      const { propose, ask, see } = await begin({ pilot: { decisions: {} } });
      await ask();
      const { can, approvers } = await see('dana');
      expect([approvers, can['point-solution']]).toEqual([[], 'noApprovers']);
      const { status, body } = await propose('dana', { to: 'point-solution' });
      expect([status, body.error.message]).toEqual([
        409,
        'to: nobody is configured to decide; an operator has to set pilot.decisions.approvers first',
      ]);
    });

    it('go back to what demand derives, and follow it again', async () => {
      const { portal, ask, move, see } = await begin();
      const { interest } = await ask();
      await move({ to: 'point-solution' });
      expect((await see()).phase).toBe('point-solution');
      // Demand has no say while it is decided.
      await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
      expect((await see()).phase).toBe('point-solution');
      const reopened = await move({ to: 'reopen' });
      expect(reopened).toMatchObject({
        phase: 'pilot',
        phaseFrom: 'derived',
        phaseReason: null,
      });
      await ask();
      expect((await see()).phase).toBe('demand');
      const entries = (await portal.log(lake)).filter(
        ({ type }) => type === 'phase',
      );
      expect(entries.map(({ payload }) => JSON.parse(payload))).toEqual([
        { phase: 'point-solution', proposal: expect.any(String) },
        { phase: 'pilot', derived: true, proposal: expect.any(String) },
      ]);
    });

    it('that the catalog declared are shown as declared, and move on like others', async () => {
      const { see, move, attest, decisions } = await begin({
        entity: lakeWith({}, 'build-out'),
      });
      expect(await see()).toMatchObject({
        phase: 'build-out',
        phaseFrom: 'declared',
        phaseReason: null,
      });
      await attest();
      await move({ to: 'platform' });
      const { items } = await decisions();
      expect(items).toMatchObject([
        { type: 'approved', from: 'build-out', to: 'platform' },
        {
          type: 'declared',
          from: null,
          to: 'build-out',
          phase: 'build-out',
          by: null,
          snapshot: null,
        },
      ]);
      const first = await decisions('?limit=1');
      expect(first.items).toEqual([items[0]]);
      expect(await decisions(`?limit=1&cursor=${first.nextCursor}`)).toEqual({
        items: [items[1]],
      });
    });

    it('are advised and refused without a word about readiness to who may not read it', async () => {
      const { portal, propose, attest, see } = await begin({
        entity: lakeWith({ platformScale: { rationale: 'All' } }, 'build-out'),
        decide: (permission, person) =>
          permission === 'pilot.readiness.read' &&
          person === 'dora.partner-tech'
            ? { result: AuthorizeResult.DENY }
            : undefined,
      });
      const refusal = async (person: string) => {
        const { status, body } = await propose(person, { to: 'platform' });
        expect(status).toBe(409);
        return [body.error.message, body.current.gate];
      };
      const advice = async (person: string) => {
        const { recommendation } = await see(person);
        const { body } = await portal.as(person).get('/pilots').expect(200);
        expect(body.items).toMatchObject([{ target: lake, recommendation }]);
        return recommendation;
      };
      expect(await refusal('dana')).toEqual([
        'to: the gate to platform is closed, with 1 thing left; current.gate says what',
        expect.objectContaining({ open: false }),
      ]);
      expect(await refusal('dora.partner-tech')).toEqual([
        'to: the gate to platform is closed',
        null,
      ]);
      const untold = { code: 'continue', reasons: [] };
      expect(await advice('dana')).toEqual({
        code: 'continue',
        reasons: [{ code: 'thingsLeft', value: 1 }],
      });
      expect(await advice('dora.partner-tech')).toEqual(untold);
      await attest();
      expect((await advice('dana')).code).toBe('launch');
      expect(await advice('dora.partner-tech')).toEqual(untold);
    });

    it('belong to the owner that the catalog names now', async () => {
      const { portal, propose, ask, see } = await begin();
      await ask();
      portal.catalog.set({
        ...lakeWith(),
        relations: [{ type: 'ownedBy', targetRef: 'group:default/data' }],
      });
      const former = await propose('dana', {});
      expect([former.status, former.body.error.message]).toEqual([
        403,
        `Only the owner of ${lake} can propose another phase for it`,
      ]);
      expect((await see('dana')).can['build-out']).toBe('notOwner');
      const now = await propose('dirk.data', {});
      expect([now.status, now.body.owner]).toEqual([201, 'group:default/data']);
      expect(owner).not.toBe(now.body.owner);
    });

    it('withdraw what is proposed for a Pilot that joins another', async () => {
      const { portal, propose, decide, ask } = await begin();
      await ask();
      const { id } = (await propose('dana', {})).body.proposal;
      await portal
        .as('ada.architects')
        .post('/merges')
        .send({
          from: lake,
          into: 'pilot:default/delta-sharing',
          reason: 'The same',
        })
        .expect(200);
      const late = await decide('ada.architects', id);
      expect(late.status).toBe(409);
      expect(late.body.error.message).toMatch(/was merged into/);
      const again = await propose('dana', {});
      expect(again.status).toBe(409);
      const [proposal] = await portal.knex('proposal');
      expect(proposal).toMatchObject({ state: 'withdrawn', open_for: null });
      expect(await types()).toContain('proposalWithdrawn');
    });
  },
);
