import {
  satisfactionEventSchema,
  satisfactionTopic,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  ads,
  checkout,
  lake,
  owner,
  payments,
  startAdoption,
} from '../__testUtils__/adoptionWorld';
import { databases } from '../__testUtils__/databases';
import { pilot } from '../__testUtils__/testCatalog';
import { TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const quarterOf = (at: Date) =>
  `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;

describe.each(databases.eachSupportedId())('satisfaction on %s', databaseId => {
  let world: Awaited<ReturnType<typeof startAdoption>>;
  let portal: TestPortal;
  beforeEach(async () => {
    world = await startAdoption(await databases.init(databaseId));
    ({ portal } = world);
  });
  afterEach(() => portal?.backend.stop());
  const adoption = (person?: string) => world.adoption(person);
  const rate = (person: string, body: object) => world.rate(person, body);

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
});
