import { databases } from '../__testUtils__/databases';
import {
  architects,
  lake,
  onlyCheck,
  startDecisions,
} from '../__testUtils__/decisionWorld';

jest.setTimeout(300_000);

type World = Awaited<ReturnType<typeof startDecisions>>;

describe.each(databases.eachSupportedId())('phases on %s', databaseId => {
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

  it('go from demand to platform, each proposed by the owner and decided by somebody else', async () => {
    const { propose, decide, see, ask, attest } = await begin();
    expect(await see()).toMatchObject({
      phase: 'pilot',
      phaseFrom: 'derived',
      phaseReason: null,
      gate: {
        to: 'build-out',
        open: false,
        left: [{ code: 'teams', value: 0, needed: 1 }],
      },
      proposal: null,
      version: 0,
      approvers: [architects],
      recommendation: { code: 'gather-demand' },
    });
    const closed = await propose('dana', { to: 'build-out' });
    expect([closed.status, closed.body.error.message]).toEqual([
      409,
      'to: the gate to build-out is closed, with 1 thing left; current.gate says what',
    ]);
    expect(closed.body.current.gate.left).toHaveLength(1);

    await ask();
    const proposed = await propose('dana', { reason: 'Payments waits' });
    expect(proposed.status).toBe(201);
    expect(proposed.body).toMatchObject({
      phase: 'demand',
      version: 1,
      recommendation: {
        code: 'invest',
        reasons: [{ code: 'gateMet', value: 1 }],
      },
      proposal: {
        from: 'demand',
        to: 'build-out',
        reason: 'Payments waits',
        bypass: false,
        state: 'open',
        by: 'user:default/dana',
        version: 1,
        snapshot: {
          teams: 1,
          interests: 1,
          level: 'faint',
          gate: { to: 'build-out', open: true, left: [] },
          needs: {
            numbers: { teams: 1, useCases: 0, score: 0 },
            checks: [],
          },
          readiness: 0,
          weakest: 'docs',
          checks: [
            {
              id: onlyCheck,
              question: 'Is there a runbook?',
              verdict: 'unknown',
            },
          ],
        },
        changed: [],
        can: { decide: 'notApprover', withdraw: true },
      },
      can: {
        'build-out': 'openProposal',
        'point-solution': 'openProposal',
        platform: 'wrongPhase',
        reopen: 'wrongPhase',
      },
    });
    const { id } = proposed.body.proposal;
    // While it waits, the readiness changes, and so do the numbers.
    await attest();
    await ask('cleo', 'group:default/ads');
    expect((await see('ada.architects')).proposal).toMatchObject({
      changed: [
        { code: 'score' },
        { code: 'teams', was: 1, is: 2 },
        { code: 'readiness', was: 0, is: 1 },
      ],
      can: { decide: true, withdraw: 'notProposer' },
    });

    const decided = await decide('ada.architects', id, { reason: 'Go' });
    expect(decided.status).toBe(200);
    expect(decided.body).toMatchObject({
      phase: 'build-out',
      phaseFrom: 'decided',
      phaseReason: 'Go',
      proposal: null,
      version: 2,
      gate: { to: 'platform', open: true, left: [] },
      recommendation: { code: 'revisit' },
    });
    const launch = await propose('dora.partner-tech', { to: 'platform' });
    const launched = await decide('ada.architects', launch.body.proposal.id);
    expect(launched.body).toMatchObject({ phase: 'platform', gate: null });
    expect(await types()).toEqual([
      'owner',
      'implementedBy',
      'recorded',
      'proposed',
      'recorded',
      'decided',
      'phase',
      'proposed',
      'decided',
      'phase',
    ]);
  });

  it('keep of a decision who, why, and score, gate and readiness as they were', async () => {
    const { ask, attest, move, decisions, portal } = await begin();
    await ask();
    await move({ to: 'build-out', reason: 'One waits' });
    await attest();
    await move({ to: 'platform', reason: 'All is there' });
    const { items, nextCursor } = await decisions();
    expect(nextCursor).toBeUndefined();
    expect(items).toMatchObject([
      {
        target: lake,
        type: 'approved',
        from: 'build-out',
        to: 'platform',
        phase: 'platform',
        by: 'user:default/ada.architects',
        proposed: { by: 'user:default/dana', reason: 'All is there' },
        snapshot: {
          readiness: 1,
          checks: [{ id: onlyCheck, verdict: 'pass' }],
          gate: { to: 'platform', open: true },
          needs: { numbers: null, checks: [onlyCheck] },
        },
      },
      {
        type: 'approved',
        from: 'demand',
        to: 'build-out',
        phase: 'build-out',
        proposed: { reason: 'One waits' },
        snapshot: {
          teams: 1,
          readiness: 0,
          checks: [{ id: onlyCheck, verdict: 'unknown' }],
        },
      },
    ]);
    const first = await decisions('?limit=1');
    expect(first.items).toEqual(items.slice(0, 1));
    const second = await decisions(`?limit=1&cursor=${first.nextCursor}`);
    expect(second).toEqual({ items: items.slice(1) });

    // What was recorded before it was kept says nothing of what was asked for.
    const { id, snapshot } = items[1];
    const { needs, ...older } = snapshot;
    expect(needs.numbers.teams).toBe(1);
    await portal
      .knex('proposal')
      .where({ id })
      .update({ decided_snapshot: JSON.stringify(older) });
    expect((await decisions()).items[1].snapshot).toEqual(older);

    const csv = await portal
      .as('cleo')
      .get('/pilots/default/lake/decisions')
      .set('accept', 'text/csv')
      .expect(200);
    const [head, ...rows] = csv.text.trim().split('\r\n');
    expect(head).toMatch(/^id,target,type,from,to,phase,bypass,at,by,reason/);
    expect(rows.map(row => row.split(',').slice(1, 6))).toEqual([
      [lake, 'approved', 'build-out', 'platform', 'platform'],
      [lake, 'approved', 'demand', 'build-out', 'build-out'],
    ]);
    expect(csv.headers['content-disposition']).toMatch(/lake-decisions-/);
  });

  it('are not decided by who proposed them, whatever else they are', async () => {
    const { propose, decide, ask, see } = await begin();
    await ask();
    const own = await propose('olga', {});
    const { id } = own.body.proposal;
    expect(own.body.proposal.can).toEqual({
      decide: 'ownProposal',
      withdraw: true,
    });
    const refused = await decide('olga', id);
    expect([refused.status, refused.body.error.message]).toEqual([
      403,
      'You proposed this, so someone else decides',
    ]);
    const stranger = await decide('ana', id);
    expect([stranger.status, stranger.body.error.message]).toEqual([
      403,
      'Only approvers decide about proposals',
    ]);
    expect((await decide('dana', id)).status).toBe(403);
    expect((await see()).phase).toBe('demand');
    expect((await decide('amy.architects', id)).body.phase).toBe('build-out');
    // An approver who owns it decides what others proposed.
    const next = await propose('dana', { to: 'retired' });
    const decided = await decide('olga', next.body.proposal.id);
    expect(decided.body).toMatchObject({
      phase: 'retired',
      recommendation: { code: 'retire' },
    });
  });

  it('stay as they are where a proposal is rejected or taken back', async () => {
    const { propose, decide, withdraw, ask, see, decisions } = await begin();
    await ask();
    const one = (await propose('dana', {})).body.proposal.id;
    const other = await withdraw('dora.partner-tech', one);
    expect([other.status, other.body.error.message]).toEqual([
      403,
      'Only who made a proposal can withdraw it',
    ]);
    const back = await withdraw('dana', one);
    expect([back.status, back.body.proposal, back.body.version]).toEqual([
      200,
      null,
      2,
    ]);
    // Again, it is no different.
    expect((await withdraw('dana', one)).body.version).toBe(2);
    const late = await decide('ada.architects', one);
    expect([late.status, late.body.error.message]).toEqual([
      409,
      'The proposal was withdrawn',
    ]);
    const two = (await propose('dana', {})).body.proposal.id;
    const rejected = await decide('ada.architects', two, {
      decision: 'reject',
      reason: 'Not this year',
    });
    expect(rejected.body).toMatchObject({ phase: 'demand', proposal: null });
    expect((await withdraw('dana', two)).status).toBe(409);
    expect((await see()).phaseFrom).toBe('derived');
    expect((await decisions()).items).toMatchObject([
      {
        id: two,
        type: 'rejected',
        phase: 'demand',
        reason: 'Not this year',
        to: 'build-out',
      },
    ]);
    expect((await types()).slice(3)).toEqual([
      'proposed',
      'proposalWithdrawn',
      'proposed',
      'decided',
    ]);
  });

  it('change nothing twice when a request is repeated, and are never edited', async () => {
    const { portal, propose, decide, ask, decisions } = await begin();
    await ask();
    const body = { reason: 'It is time', version: 0 };
    const first = await propose('dana', body);
    const again = await propose('dana', body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.proposal.id).toBe(first.body.proposal.id);
    const { id } = first.body.proposal;
    const second = await propose('dora.partner-tech', body);
    expect([second.status, second.body.error.message]).toEqual([
      409,
      'to: build-out is proposed already and waits for its decision; one proposal at a time',
    ]);
    expect(second.body.current.proposal.id).toBe(id);
    await decide('ada.architects', id, { reason: 'Yes' });
    const log = await types();
    const twice = await decide('ada.architects', id, { reason: 'Yes' });
    expect([twice.status, twice.body.phase]).toEqual([200, 'build-out']);
    for (const change of [
      { reason: 'Yes, but' },
      { decision: 'reject' as const, reason: 'Yes' },
      { reason: 'Yes', version: 2 },
    ].slice(0, 2)) {
      const edited = await decide('ada.architects', id, change);
      expect([edited.status, edited.body.error.message]).toEqual([
        409,
        'The proposal is decided already; decisions are never edited',
      ]);
      expect(edited.body.current.phase).toBe('build-out');
    }
    // A repeated proposal that was decided long ago is not made anew.
    const late = await propose('dana', body);
    expect(late.status).toBe(409);
    expect(await types()).toEqual(log);
    expect((await decisions()).items).toHaveLength(1);
    expect(
      portal.audits.map(({ eventId, end }) => `${eventId} ${end}`).slice(1),
    ).toEqual([
      'phase-propose success',
      'phase-propose success',
      'phase-propose ConflictError',
      'phase-decide success',
      'phase-decide success',
      'phase-decide ConflictError',
      'phase-decide ConflictError',
      'phase-propose ConflictError',
    ]);
  });

  it('ask the gate again on the day of the decision; rejecting needs none', async () => {
    const { portal, propose, decide, ask, see } = await begin();
    const { interest } = await ask();
    const { id } = (await propose('dana', {})).body.proposal;
    await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
    expect((await see('ada.architects')).proposal).toMatchObject({
      can: { decide: 'gateClosed' },
      changed: [
        { code: 'score' },
        { code: 'teams', was: 1, is: 0 },
        { code: 'left', was: 0, is: 1 },
      ],
    });
    const closed = await decide('ada.architects', id);
    expect([closed.status, closed.body.error.message]).toEqual([
      409,
      'to: the gate to build-out is closed, with 1 thing left; current.gate says what',
    ]);
    const rejected = await decide('ada.architects', id, { decision: 'reject' });
    expect([rejected.status, rejected.body.phase]).toEqual([200, 'pilot']);
  });

  it('refuse a version that is not the one that stands', async () => {
    const { propose, decide, ask } = await begin();
    await ask();
    const old = await propose('dana', { version: 4 });
    expect([
      old.status,
      old.body.error.message,
      old.body.current.version,
    ]).toEqual([
      409,
      'version: it changed meanwhile; look at current first',
      0,
    ]);
    const { id } = (await propose('dana', {})).body.proposal;
    const other = await decide('ada.architects', id, { version: 2 });
    expect([other.status, other.body.current.proposal.version]).toEqual([
      409, 1,
    ]);
    const unknown = await decide('ada.architects', 'no-such');
    expect([unknown.status, unknown.body.error.message]).toEqual([
      404,
      `There is no such proposal for ${lake}`,
    ]);
  });
});
