import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import {
  ads,
  ago,
  checkout,
  engine,
  lake,
  payments,
  startAdoption,
} from '../__testUtils__/adoptionWorld';
import { databases } from '../__testUtils__/databases';
import { component, pilot } from '../__testUtils__/testCatalog';
import { TestPortal } from '../__testUtils__/testPortal';
import { readAdoptions } from './readAdoption';
import { findTargets } from '../kernel/store/targets/findTargets';

jest.setTimeout(300_000);

describe.each(databases.eachSupportedId())('adoption on %s', databaseId => {
  let world: Awaited<ReturnType<typeof startAdoption>>;
  let portal: TestPortal;
  beforeEach(async () => {
    world = await startAdoption(await databases.init(databaseId));
    ({ portal } = world);
  });
  afterEach(() => portal?.backend.stop());
  const adoption = (person?: string) => world.adoption(person);
  const rate = (person: string, body: object) => world.rate(person, body);

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
      payload: JSON.stringify({ verdict, refs: [] }),
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
      ...{
        type: 'result',
        actor,
        payload: JSON.stringify({ verdict, refs: [] }),
      },
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

  it('is exported and imported as before, whatever else the log says', async () => {
    await rate('ana', { team: payments, score: 4 }).expect(200);
    const { text } = await portal.asService().get('/export').expect(200);
    const again = await portal.import(text.trim().split('\n'));
    expect(again).toMatchObject({ imported: 0, failed: [] });
    const demand = await portal.demand('cleo', lake, new Date().toISOString());
    expect(demand.counts.adopters).toBe(2);
  });
});
