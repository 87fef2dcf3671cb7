import {
  satisfactionEventSchema,
  satisfactionTopic,
} from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { readAdoptions } from '../adoption/readAdoption';
import { findTargets } from '../store/operations/findTargets';

jest.setTimeout(60_000);

const lake = 'pilot:default/lake';
const engine = 'component:default/engine';
const payments = 'group:default/payments';
const checkout = 'group:default/checkout';
const ads = 'group:default/ads';
const owner = 'group:default/partner-tech';
const dayMs = 86_400_000;
// One instant for all of them, so that the days between two are whole.
const started = Date.now();
const ago = (days: number) => new Date(started - days * dayMs).toISOString();
const quarterOf = (at: Date) =>
  `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;

/**
 * Payments asked 100 days ago and was served 70 days ago, Checkout asked 60 and
 * was served 10 days ago through the engine; Ads waits. The owner's own interest
 * is adopted too.
 */
describe.each(databases.eachSupportedId())('adoption on %s', databaseId => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      conditional: true,
      config: {
        pilot: { decisions: { approvers: ['group:default/architects'] } },
      },
    });
    portal.catalog.set(
      pilot('lake', { parts: [engine] }),
      component('engine', { pilots: [lake] }),
      api('ledger'),
    );
    portal.catalog.hidden.set('user:default/sam', [engine]);
    portal.catalog.hidden.set('user:default/hal.payments', [lake]);
    const line = (target: string, team: string, author: string) => ({
      ...{ target, team, author: `user:default/${author}` },
      useCaseKey: 'x',
    });
    const asked = (of: object, days: number) => ({
      ...{ type: 'interest', ...of },
      createdAt: ago(days),
    });
    const answered = (of: object, status: string, days: number) => ({
      ...{ type: 'status', ...of, status, by: 'user:default/dana' },
      at: ago(days),
    });
    const first = line(lake, payments, 'ana');
    const through = line(engine, checkout, 'ben');
    const waiting = line(lake, ads, 'cleo');
    const internal = line(lake, owner, 'dana');
    await portal.importAll([
      asked(first, 100),
      asked(through, 60),
      asked(waiting, 50),
      asked(internal, 50),
      answered(first, 'adopted', 70),
      answered(first, 'planned', 40),
      answered(first, 'adopted', 30),
      answered(through, 'adopted', 10),
      answered(internal, 'adopted', 20),
    ]);
  });
  afterEach(() => portal?.backend.stop());

  const adoption = async (person = 'cleo') =>
    (await portal.as(person).get('/pilots/default/lake/adoption').expect(200))
      .body;
  const rate = (person: string, body: object) =>
    portal.as(person).put('/pilots/default/lake/satisfaction').send(body);

  it('says who is served, since when, and how long that took', async () => {
    const seen = await adoption();
    expect(seen).toMatchObject({
      target: lake,
      adopters: 2,
      gained: 2,
      // 30 days, and 50.
      medianDays: 40,
      satisfaction: { mean: null, teams: 0, quarters: [] },
      due: [],
      can: { rate: 'notAdopter' },
    });
    expect(seen.medianDays).toBeCloseTo(40, 3);
    expect(seen.teams.map(({ team }: any) => team)).toEqual([
      payments,
      checkout,
    ]);
    const [{ askedAt, adoptedAt }] = seen.teams;
    expect(Date.parse(adoptedAt) - Date.parse(askedAt)).toBeLessThan(
      30 * dayMs + 60_000,
    );
    expect(seen.growth).toHaveLength(12);
    expect(seen.growth.at(-1)).toEqual({
      month: new Date().toISOString().slice(0, 7),
      adopters: 2,
    });
  });

  it('counts for everybody alike, and names only what one can see', async () => {
    const seen = await adoption('sam');
    expect(seen).toMatchObject({ adopters: 2 });
    expect(seen.medianDays).toBeCloseTo(40, 3);
    expect(seen.teams.map(({ team }: any) => team)).toEqual([payments]);
    const { status } = await portal
      .as('hal.payments')
      .get('/pilots/default/lake/adoption');
    expect(status).toBe(404);
  });

  it('knows who was served when no manual step was left', async () => {
    await adoption();
    const { id } = await portal.knex('target').where({ ref: lake }).first('id');
    const line = (days: number, verdict: string) => ({
      ...{ target_id: id, check_id: 'automation.manual-steps' },
      ...{ at: Date.now() - days * dayMs, recorded_at: Date.now() },
      ...{ type: 'result', actor: 'pilot' },
      payload: JSON.stringify({ verdict }),
    });
    // Not known of Payments, by hand at first, and automated before Checkout.
    await portal
      .knex('readiness_log')
      .insert([line(65, 'fail'), line(20, 'pass')]);
    const seen = await adoption();
    expect(seen.withoutHands).toBe(1);
    expect(seen.teams.map((each: any) => each.withoutHands)).toEqual([
      null,
      true,
    ]);
    await portal.knex('readiness_log').insert([line(90, 'fail')]);
    const known = await adoption();
    expect(known.withoutHands).toBe(0.5);
    expect(known.teams.map((each: any) => each.withoutHands)).toEqual([
      false,
      true,
    ]);
  });

  it('is the same on the page and in the check, whatever was noted or revoked since', async () => {
    const seal = 'component:default/seal';
    portal.catalog.set(
      pilot('lake', { parts: [engine, seal] }),
      component('seal', { owner: 'user:default/mia', pilots: [lake] }),
    );
    // Who makes a part does not serve herself, whatever her team is.
    const own = {
      ...{ target: seal, team: ads, author: 'user:default/mia' },
      useCaseKey: 'x',
    };
    await portal.importAll([
      { type: 'interest', ...own, createdAt: ago(50) },
      {
        ...{ type: 'status', ...own, status: 'adopted' },
        ...{ by: 'user:default/mia', at: ago(45) },
      },
    ]);
    await adoption();
    const { id } = await portal.knex('target').where({ ref: lake }).first('id');
    const line = (days: number, verdict: string, actor: string) => ({
      ...{ target_id: id, check_id: 'automation.manual-steps' },
      ...{ at: Date.parse(ago(days)), recorded_at: Date.now() },
      ...{ type: 'result', actor, payload: JSON.stringify({ verdict }) },
    });
    // By hand before Payments, and a module says that nothing is, before Checkout.
    await portal
      .knex('readiness_log')
      .insert([line(90, 'fail', 'pilot'), line(50, 'notApplicable', 'rota')]);
    const { items } = (await portal.as('dana').get('/interests')).body;
    const { id: asked, version } = items.find(
      ({ team }: { team: string }) => team === payments,
    );
    await portal
      .as('dana')
      .put(`/interests/${asked}/status`)
      .send({ status: 'adopted', note: 'Moved to the new cluster', version })
      .expect(200);
    const seen = await adoption();
    expect(
      seen.teams.map((each: any) => [each.team, each.withoutHands]),
    ).toEqual([
      [payments, false],
      [checkout, true],
    ]);
    const { body } = await portal
      .as('cleo')
      .get('/readiness/pilot/default/lake')
      .expect(200);
    const check = (of: string) =>
      body.checks.find((each: any) => each.id === of).note;
    expect(check('automation.hands-off-adopters')).toBe(
      '1 of 2 adopters of the last 180 days came when no manual step was left; 80% are needed.',
    );
    expect(seen).toMatchObject({ adopters: 2, withoutHands: 0.5 });
  });

  it('is read in as many queries for many Pilots and parts as for one', async () => {
    await adoption();
    const pilots = [...Array(5).keys()].map(index =>
      pilot(`p${index}`, { parts: [`component:default/c${index}`, engine] }),
    );
    portal.catalog.set(
      ...pilots,
      ...pilots.map((_, index) =>
        component(`c${index}`, { pilots: [`pilot:default/p${index}`] }),
      ),
    );
    await portal.sync();
    const counted = async (refs: readonly string[]) => {
      const targets = await findTargets(portal.knex, refs);
      let queries = 0;
      const count = () => {
        queries += 1;
      };
      portal.knex.on('query', count);
      const readings = await readAdoptions(portal.knex, targets);
      portal.knex.off('query', count);
      return { queries, readings };
    };
    const one = await counted([lake]);
    const all = await counted([
      lake,
      ...pilots.map((_, index) => `pilot:default/p${index}`),
    ]);
    expect(all.readings.size).toBe(6);
    expect(all.queries).toBe(one.queries);
    expect([...all.readings.values()][0].interests).toHaveLength(4);
  });

  it('takes one answer for each adopting team and quarter, the last of which counts', async () => {
    expect(await adoption('ana')).toMatchObject({
      due: [payments],
      can: { rate: true },
    });
    const first = await rate('ana', {
      ...{ team: payments, score: 2, note: 'Slow' },
    });
    expect(first.body).toMatchObject({
      satisfaction: {
        mean: 2,
        teams: 1,
        quarters: [{ quarter: quarterOf(new Date()), mean: 2, teams: 1 }],
      },
      due: [],
      can: { rate: true },
    });
    // A colleague changes it, and says nothing of the note.
    await rate('ben', { team: payments, score: 4 }).expect(200);
    await rate('ben', { team: payments, score: 4 }).expect(200);
    const both = await rate('ben', { team: checkout, score: 5 });
    expect(both.body.satisfaction).toMatchObject({ mean: 4.5, teams: 2 });
    expect(both.body.teams.map(({ score }: any) => score)).toEqual([4, 5]);
    const rows = await portal.knex('satisfaction').orderBy('team');
    expect(
      rows.map(({ team, score, note, by }) => [team, score, note, by]),
    ).toEqual([
      [checkout, 5, null, 'user:default/ben'],
      [payments, 4, 'Slow', 'user:default/ben'],
    ]);
    const rated = (await portal.log(lake)).filter(
      ({ type }) => type === 'rated',
    );
    expect(rated).toHaveLength(3);
    expect(
      portal.audits.filter(({ eventId }) => eventId === 'pilot-rate'),
    ).toHaveLength(4);
    const [, last] = [...portal.signals].slice(-2);
    expect(last.channel).toBe('pilot:changes');
  });

  it('shows what a team says to the owner and to approvers alone', async () => {
    const said = await rate('ana', { team: payments, score: 2, note: 'Slow' });
    const notes = ({ teams }: any) => teams.map(({ note }: any) => note);
    expect(notes(said.body)).toEqual([null, null]);
    for (const person of ['dana', 'ada.architects', 'olga']) {
      expect([person, notes(await adoption(person))]).toEqual([
        person,
        ['Slow', null],
      ]);
    }
    for (const person of ['ana', 'cleo', 'otto.architects2']) {
      expect([person, notes(await adoption(person))]).toEqual([
        person,
        [null, null],
      ]);
    }
  });

  it('tells other backends and operators what is new about it, once', async () => {
    const said = { team: payments, score: 4, note: 'Quick' };
    await rate('ana', said).expect(200);
    await rate('ana', said).expect(200);
    await rate('cleo', said).expect(403);
    const told = portal.published.filter(
      ({ topic }) => topic === satisfactionTopic,
    );
    expect(told.map(({ eventPayload }) => eventPayload)).toEqual([
      {
        ...{ target: lake, team: payments, score: 4 },
        quarter: quarterOf(new Date()),
        at: expect.any(String),
      },
    ]);
    expect(satisfactionEventSchema.parse(told[0].eventPayload)).toEqual(
      told[0].eventPayload,
    );
    expect(portal.metrics.of('pilot.satisfaction.rated')).toEqual([
      { name: 'pilot.satisfaction.rated', value: 1, attributes: { score: 4 } },
    ]);
  });

  it('gives the teams that one sees as a table that a spreadsheet does not execute', async () => {
    await rate('ana', { team: payments, score: 4, note: '=1+1' }).expect(200);
    const table = async (person: string) => {
      const { text, headers } = await portal
        .as(person)
        .get('/pilots/default/lake/adoption')
        .set('accept', 'text/csv')
        .expect(200);
      expect(headers['content-disposition']).toMatch(/lake-adoption-.*\.csv/);
      const [head, ...rows] = text.trimEnd().split('\r\n');
      expect(head).toBe('team,askedAt,adoptedAt,withoutHands,score,note');
      return rows.map(row => {
        const [team, askedAt, adoptedAt, ...rest] = row.split(',');
        expect([askedAt, adoptedAt].map(Date.parse)).not.toContain(NaN);
        return [team, ...rest];
      });
    };
    expect(await table('dana')).toEqual([
      [payments, '', '4', "'=1+1"],
      [checkout, '', '', ''],
    ]);
    expect(await table('sam')).toEqual([[payments, '', '4', '']]);
  });

  it('takes it from members of an adopting team alone', async () => {
    const refused = async (person: string, body: object) => {
      const answer = await rate(person, body);
      return [answer.status, answer.body.error.message];
    };
    expect(await refused('cleo', { team: payments, score: 3 })).toEqual([
      403,
      `team: you can answer only for teams you belong to, and ${payments} is not one of them`,
    ]);
    expect(await refused('cleo', { team: ads, score: 3 })).toEqual([
      403,
      `team: ${ads} is not served by ${lake} yet; only adopters say how well it works`,
    ]);
    expect(await refused('dana', { team: owner, score: 5 })).toEqual([
      403,
      expect.stringMatching(/is not served/),
    ]);
    expect(await refused('ana', { team: payments, score: 6 })).toEqual([
      400,
      'score: must be 1 to 5',
    ]);
    const [{ status }] = [
      await portal
        .asService()
        .put('/pilots/default/lake/satisfaction')
        .send({ team: payments, score: 1 }),
    ];
    expect(status).toBe(403);
    expect(await portal.knex('satisfaction')).toEqual([]);
  });

  it('makes a dissatisfied platform worth another look', async () => {
    portal.catalog.set(pilot('done', { phase: 'platform' }));
    const { interest } = await portal.record('ana', 'pilot:default/done', {
      team: payments,
    });
    await portal
      .as('dana')
      .put(`/interests/${interest.id}/status`)
      .send({ status: 'adopted', version: 1 })
      .expect(200);
    await portal
      .as('ana')
      .put('/pilots/default/done/satisfaction')
      .send({ team: payments, score: 2 })
      .expect(200);
    const { body } = await portal.as('cleo').get('/pilots/default/done');
    expect(body.recommendation.code).toBe('revisit');
    expect(body.recommendation.reasons).toContainEqual({
      code: 'unsatisfied',
      value: 2,
      needed: 3,
    });
    // Who left is not asked again, and holds nothing up.
    const [{ version }] = await portal
      .knex('interest')
      .where('id', interest.id);
    await portal
      .as('dana')
      .put(`/interests/${interest.id}/status`)
      .send({ status: 'planned', version })
      .expect(200);
    const { body: after } = await portal.as('cleo').get('/pilots/default/done');
    expect(
      after.recommendation.reasons.map(({ code }: any) => code),
    ).not.toContain('unsatisfied');
    const { body: left } = await portal
      .as('cleo')
      .get('/pilots/default/done/adoption');
    expect(left.satisfaction).toMatchObject({ mean: null, teams: 0 });
    expect(left.satisfaction.quarters).toMatchObject([{ mean: 2, teams: 1 }]);
  });

  it('is exported and imported as before, whatever else the log says', async () => {
    await rate('ana', { team: payments, score: 4 }).expect(200);
    const { text } = await portal.asService().get('/export').expect(200);
    const again = await portal.import(text.trim().split('\n'));
    expect(again).toMatchObject({ imported: 0, failed: [] });
    const demand = await portal.demand('cleo', lake, new Date().toISOString());
    expect(demand.counts.adopters).toBe(2);
  });
});
