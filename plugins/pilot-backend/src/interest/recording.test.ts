import { databases } from '../__testUtils__/databases';
import { api } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const payments = 'group:default/payments';
const checkout = 'group:default/checkout';
const useCase = 'Weekly sales extracts for forty partners, no files by mail.';

describe.each(databases.eachSupportedId())('recording on %s', databaseId => {
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
  it('answers 201 with the interest and the demand, then 200', async () => {
    const target = fresh();
    const first = await put('ana', target, { team: payments });
    expect(first.status).toBe(201);
    expect(first.body.interest).toEqual({
      id: expect.any(String),
      target,
      targetTitle: 'The fresh-1',
      targetGone: false,
      movedAway: false,
      team: payments,
      author: 'user:default/ana',
      onBehalf: false,
      useCaseKey: 'default',
      urgency: 'important',
      useCase: null,
      alternative: null,
      neededBy: null,
      expectedUsage: null,
      otherwise: null,
      contribute: false,
      specificity: 0,
      internal: false,
      status: 'open',
      statusNote: null,
      statusAt: null,
      statusBy: null,
      createdAt: first.body.demand.asOf,
      updatedAt: first.body.demand.asOf,
      confirmedAt: first.body.demand.asOf,
      confirmDue: false,
      version: 1,
      can: { edit: true, withdraw: true, confirm: true, triage: 'notOwner' },
    });
    // The first row of the design's table: one click, no details.
    expect(first.body.demand.score).toBeCloseTo(13.34, 2);
    expect(first.body.demand).toMatchObject({
      target,
      level: 'faint',
      counts: { interests: 1, teams: 1, useCases: 0, adopters: 0, internal: 0 },
      can: { record: true, triage: 'notOwner' },
    });

    const again = await put('ana', target, { team: payments });
    expect([again.status, again.body.interest]).toEqual([
      200,
      first.body.interest,
    ]);
  });

  it('keeps what is omitted, clears what is null, changes what is given', async () => {
    const target = fresh();
    await put('ana', target, {
      team: payments,
      useCase,
      alternative: 'A script',
      neededBy: '2099-03-01',
      contribute: true,
    });
    const { status, body } = await put('ana', target, {
      team: payments,
      urgency: 'critical',
      alternative: null,
    });
    expect(status).toBe(200);
    expect(body.interest).toMatchObject({
      urgency: 'critical',
      useCase,
      alternative: null,
      neededBy: '2099-03-01',
      contribute: true,
      // 0.4 use case + 0.15 needed by + 0.1 contribute
      specificity: 0.65,
      version: 2,
    });
    const log = await portal.log(target);
    expect(log.map(({ type }) => type)).toEqual([
      'owner',
      'recorded',
      'changed',
    ]);
    expect(JSON.parse(log[2].payload).change).toEqual({
      urgency: 'critical',
      alternative: null,
      confirmedAt: body.interest.confirmedAt,
      version: 2,
    });
  });

  it('reopens what its author withdrew, whatever else they ask for', async () => {
    const target = fresh();
    const own = { team: payments, useCaseKey: 'extracts' };
    const { body: first } = await put('ana', target, own);
    await put('ana', target, { ...own, useCaseKey: 'extracts-2' });
    await portal.as('ana').delete(`/interests/${first.interest.id}`);
    const { body } = await put('ana', target, { ...own, useCase });
    expect(body.interest).toMatchObject({
      id: first.interest.id,
      useCaseKey: 'extracts',
      status: 'open',
      useCase,
    });
    expect(body.demand.counts.interests).toBe(2);
  });

  it('changes nothing when everything stands already', async () => {
    const target = fresh();
    const details = {
      team: payments,
      useCase,
      alternative: 'A script',
      neededBy: '2099-03-01',
      expectedUsage: 'Daily',
      otherwise: 'wait',
      urgency: 'critical',
      contribute: true,
    };
    const { body } = await put('ana', target, details);
    const log = await portal.log(target);
    for (const same of [
      details,
      { team: payments },
      { ...details, team: 'Group:Payments', useCase: `  ${useCase} ` },
      { id: body.interest.id, team: payments },
    ]) {
      const again = await put('ana', target, same);
      expect([again.status, again.body.interest]).toEqual([200, body.interest]);
    }
    expect(await portal.log(target)).toEqual(log);
  });

  it('takes several use cases for several interests', async () => {
    const target = fresh();
    await put('ana', target, { team: payments });
    const second = await put('ana', target, {
      team: payments,
      useCaseKey: 'weekly-extracts',
    });
    await put('ben', target, { team: payments });
    const last = await put('ben', target, { team: checkout });
    expect(second.status).toBe(201);
    expect(last.body.demand.counts).toMatchObject({ interests: 4, teams: 2 });
    // N = 2/3·√3 + 2/3, T = 4/3
    expect(last.body.demand.number).toBeCloseTo(1.821367, 6);
    expect(last.body.demand.breadth).toBeCloseTo(1.333333, 6);
  });

  it('completes an interest by its id, under another key and team', async () => {
    const target = fresh();
    const { body } = await put('ben', target, { team: payments });
    const { id } = body.interest;
    const completed = await put('ben', target, {
      id,
      team: checkout,
      useCaseKey: 'weekly-extracts',
      useCase,
    });
    expect(completed.status).toBe(200);
    expect(completed.body.interest).toMatchObject({
      id,
      team: checkout,
      useCaseKey: 'weekly-extracts',
      useCase,
      version: 2,
    });
    expect(completed.body.demand.counts).toMatchObject({
      interests: 1,
      teams: 1,
    });
    expect(completed.body.demand.teams).toEqual([
      { team: checkout, share: 1, interests: 1, adopter: false },
    ]);
  });

  it('answers 404 to an id of somebody else, or in something else', async () => {
    const [target, other] = [fresh(), fresh()];
    const own = await put('ana', target, { team: payments });
    const { id } = own.body.interest;
    for (const refused of [
      await put('ben', target, { id, team: payments }),
      await put('ana', other, { id, team: payments }),
    ]) {
      expect([refused.status, refused.body.error.message]).toEqual([
        404,
        expect.stringMatching(/^id: you have no interest/),
      ]);
    }
    const { body } = await portal.as('ana').get(`/interests?target=${target}`);
    expect(body.items).toEqual([own.body.interest]);
    expect(await portal.demand('ana', other)).toMatchObject({ level: 'none' });
  });

  it('answers 409 to a key that another interest of mine has', async () => {
    const target = fresh();
    await put('ana', target, { team: payments });
    const second = await put('ana', target, {
      team: payments,
      useCaseKey: 'second',
    });
    const refused = await put('ana', target, {
      id: second.body.interest.id,
      team: payments,
      useCaseKey: 'default',
    });
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      expect.stringMatching(/^useCaseKey: default is taken/),
    ]);
  });

  it('accepts a past neededBy that stands, and refuses to set one', async () => {
    const target = fresh();
    await portal.import([
      {
        type: 'interest',
        target,
        author: 'user:default/ana',
        team: payments,
        neededBy: '2026-02-01',
        createdAt: '2026-01-05T10:00:00Z',
      },
    ]);
    const kept = await put('ana', target, {
      team: payments,
      neededBy: '2026-02-01',
      urgency: 'critical',
    });
    expect(kept.body.interest).toMatchObject({
      neededBy: '2026-02-01',
      specificity: 0.15,
    });
    const refused = await put('ana', target, {
      team: payments,
      neededBy: '2026-02-02',
    });
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      expect.stringMatching(/^neededBy: 2026-02-02 is in the past/),
    ]);
  });

  it('marks what comes from the owner as internal, without weight', async () => {
    const { body } = await put('dana', fresh(), {
      team: 'group:default/partner-tech',
    });
    expect(body).toMatchObject({
      interest: { internal: true, can: { triage: true } },
      demand: {
        score: 0,
        level: 'none',
        counts: { interests: 0, teams: 0, internal: 1 },
        can: { triage: true },
      },
    });
    // Where a person owns the target, that person's: whatever the team.
    const own = await put('dana', 'api:default/by-dana', {
      team: 'group:default/partner-tech',
    });
    expect(own.body.interest.internal).toBe(true);
    const other = await put('ana', 'api:default/by-dana', { team: payments });
    expect(other.body.interest.internal).toBe(false);
    expect(other.body.demand.counts).toMatchObject({
      interests: 1,
      internal: 1,
    });
  });
});
