import { databases } from '../__testUtils__/databases';
import { lake, startDecisions } from '../__testUtils__/decisionWorld';
import { inTransaction } from '../kernel/store/dialect';
import { proposalsByIds } from '../kernel/store/proposals/findProposals';
import { saveProposal } from '../kernel/store/proposals/saveProposal';

jest.setTimeout(300_000);

type World = Awaited<ReturnType<typeof startDecisions>>;

describe.each(databases.eachSupportedId())('at one time on %s', databaseId => {
  let world: World;
  let other: World;

  /** Two replicas of one portal, and an open gate. */
  beforeEach(async () => {
    const knex = await databases.init(databaseId);
    world = await startDecisions({ knex });
    other = await startDecisions({ knex, catalog: world.portal.catalog });
    await world.ask();
  });
  afterEach(async () => {
    await other?.portal.backend.stop();
    await world?.portal.backend.stop();
  });

  const count = async (type: string) =>
    (await world.portal.log(lake)).filter(entry => entry.type === type).length;

  it('eight approvers decide about one proposal, and one decision stands', async () => {
    const { id } = (await world.propose('dana', {})).body.proposal;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 ? world : other).decide(`a${index}.architects`, id, {
          decision: index % 3 ? 'approve' : 'reject',
          reason: `Said by ${index}`,
        }),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 7]);
    const { items } = await world.decisions();
    expect(items).toHaveLength(1);
    const [decision] = items;
    const [{ body: after }] = won;
    expect(after.phase).toBe(decision.phase);
    for (const { body } of lost) {
      expect(body.error).toEqual({
        name: 'ConflictError',
        message: 'The proposal is decided already; decisions are never edited',
      });
      // What the winner was answered, but for who asks and when.
      expect(body.current).toEqual({
        ...after,
        asOf: expect.any(String),
        demand: { ...after.demand, score: expect.any(Number) },
        // Its reasons hold the score of that moment too.
        recommendation: {
          ...after.recommendation,
          reasons: expect.any(Array),
        },
      });
    }
    expect([await count('decided'), await count('phase')]).toEqual([
      1,
      decision.type === 'approved' ? 1 : 0,
    ]);
  });

  it('three owners propose, and one proposal waits', async () => {
    const answers = await Promise.all(
      ['dana', 'dora.partner-tech', 'dirk.partner-tech'].map((person, index) =>
        (index ? world : other).propose(person, { to: 'point-solution' }),
      ),
    );
    const [won] = answers.filter(({ status }) => status === 201);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body.current.proposal.id).toBe(won.body.proposal.id);
    }
    expect(await count('proposed')).toBe(1);
    expect(await world.portal.knex('proposal')).toHaveLength(1);
  });

  it('one request comes twice, and is one proposal and one decision', async () => {
    const proposed = await Promise.all([
      world.propose('dana', { reason: 'Sent twice' }),
      other.propose('dana', { reason: 'Sent twice' }),
    ]);
    expect(proposed.map(({ status }) => status).sort()).toEqual([200, 201]);
    const { id } = proposed[0].body.proposal;
    expect(proposed[1].body.proposal.id).toBe(id);
    const decided = await Promise.all([
      world.decide('ada.architects', id, { reason: 'Sent twice' }),
      other.decide('ada.architects', id, { reason: 'Sent twice' }),
    ]);
    expect(decided.map(({ status }) => status)).toEqual([200, 200]);
    expect([await count('proposed'), await count('decided')]).toEqual([1, 1]);
  });

  it('owner and approver take one back and approve it, and one of both holds', async () => {
    const { id } = (await world.propose('dana', {})).body.proposal;
    const [taken, decided] = await Promise.all([
      world.withdraw('dana', id),
      other.decide('ada.architects', id),
    ]);
    expect([taken.status, decided.status].sort()).toEqual([200, 409]);
    const { phase } = await world.see();
    expect(phase).toBe(decided.status === 200 ? 'build-out' : 'demand');
  });

  it('whoever writes a decision again finds it closed, and it stays as it was', async () => {
    const { knex } = world.portal;
    const { id } = (await world.propose('dana', {})).body.proposal;
    await world.decide('ada.architects', id);
    const before = await knex('proposal');
    const stored = (await proposalsByIds(knex, [id])).get(id)!;
    const rewritten = {
      ...stored,
      state: 'rejected' as const,
      decided: { ...stored.decided!, reason: 'On second thoughts' },
    };
    await expect(
      inTransaction(knex, tx => saveProposal(tx, rewritten)),
    ).rejects.toThrow('decisions are never edited');
    expect(await knex('proposal')).toEqual(before);
  });

  it('interest is recorded and taken back while it is approved, and the gate is that of the decision', async () => {
    const { id } = (await world.propose('dana', {})).body.proposal;
    const { interest } = await world.ask();
    const [decided] = await Promise.all([
      world.decide('ada.architects', id),
      other.portal.as('ana').delete(`/interests/${interest.id}`),
      other.ask('cleo', 'group:default/ads'),
    ]);
    const { items } = await world.decisions();
    const teams = items[0]?.snapshot.teams ?? 0;
    expect(decided.status).toBe(teams > 0 ? 200 : 409);
    const { phase, demand } = await world.see();
    expect(demand.counts.teams).toBe(1);
    expect(phase).toBe(teams > 0 ? 'build-out' : 'demand');
  });
});
