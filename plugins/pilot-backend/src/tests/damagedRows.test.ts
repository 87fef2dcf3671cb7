import { databases } from '../__testUtils__/databases';
import { readEverything } from '../__testUtils__/everyReading';
import { startFullWorld } from '../__testUtils__/fullWorld';
import { TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

/** Beyond what a `Date` can hold. */
const noTime = '8640000000000001';

/** One damage of a row of each table; more where a row can be damaged otherwise. */
const damages: ReadonlyArray<readonly [table: string, damage: object]> = [
  ['target', { phase: 'sunset' }],
  ['target', { level: 'enormous' }],
  ['target', { declared_phase: 'sunset' }],
  ['target', { recommended: 'sell' }],
  ['target', { last_at: noTime }],
  ['interest', { urgency: 'blocking' }],
  ['interest', { status: 'parked' }],
  ['interest', { otherwise: 'rent' }],
  ['interest', { confirmed_at: noTime }],
  ['interest_log', { payload: '{"state":' }],
  ['interest_log', { payload: '{}' }],
  ['interest_log', { payload: 'null' }],
  ['interest_log', { at: noTime }],
  ['outbox', { payload: '{"was":' }],
  ['outbox', { payload: '[]' }],
  ['proposal', { snapshot: '{"score":' }],
  ['proposal', { snapshot: '{}' }],
  ['proposal', { to_phase: 'sunset' }],
  ['proposal', { state: 'parked' }],
  ['readiness_fact', { answers: '[{"check":' }],
  ['readiness_fact', { answers: '[{"check":"docs.examples"}]' }],
  ['readiness_fact', { applicable: '{}' }],
  ['readiness_fact', { subject: 'null' }],
  ['readiness_log', { payload: '{' }],
  ['readiness_log', { type: 'guessed' }],
  ['attestation', { verdict: 'maybe' }],
  ['attestation', { expires_at: noTime }],
  ['waiver', { expires_at: noTime }],
  ['check_result', { verdict: 'maybe' }],
  ['satisfaction', { score: 9 }],
  ['satisfaction', { quarter: 'spring' }],
  ['dismissal', { at: noTime }],
  ['policy', { json: '{"halfLifeDays":' }],
  ['policy', { json: '{}' }],
  ['demand_day', { newest_at: noTime }],
  ['waiting_line', { line: '{"type":' }],
  ['waiting_line', { line: '{"type":"interest"}' }],
  ['outside_count', { count: 'many' }],
  ['readiness_fact', { answers: '[{"check":"docs.examples","refs":{}}]' }],
  ['team_demand', { newest_at: noTime }],
];

// What is read is the same on every database; the queries have tests of their own.
describe('a row that cannot be read', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startFullWorld({ knex: await databases.init('SQLITE_3') });
  });
  afterAll(() => portal?.backend.stop());

  let asked = 0;

  /** Lets the owner of both be told of something. */
  const ask = async () => {
    for (const name of ['lake', 'pond']) {
      await portal.record('cleo', `pilot:default/${name}`, {
        team: 'group:default/ads',
        useCaseKey: `case-${++asked}`,
      });
    }
  };

  /** The row of `table` that is damaged: of the Pilot lake, where it is of one. */
  const rowOf = async (table: string) => {
    const { knex } = portal;
    const { id } = await knex('target')
      .where('ref', 'pilot:default/lake')
      .first();
    if (table === 'target') {
      return { id };
    }
    if (table === 'outbox') {
      return { id: (await knex('outbox').orderBy('id').first()).id };
    }
    const [row] = await knex(table);
    if (!('target_id' in row)) {
      return { id: row.id };
    }
    const own = await knex(table).where('target_id', id);
    own.sort((a, b) => Number(a.seq) - Number(b.seq));
    // The first line says that somebody asked; of checks the last one is shown.
    const first = own.at(table === 'readiness_log' ? -1 : 0);
    return Object.fromEntries(
      ['seq', 'id', 'target_id', 'check_id', 'team', 'quarter', 'day']
        .filter(key => key in first)
        .map(key => [key, first[key]]),
    );
  };

  it('answers everything in the full world', async () => {
    expect(
      (await readEverything(portal, ['lake', 'pond'])).filter(
        ([, status]) => status !== 200,
      ),
    ).toEqual([]);
  });

  it.each(damages)('of %s, %j costs no other row', async (table, damage) => {
    const { knex } = portal;
    await ask();
    const where = await rowOf(table);
    const whole = await knex(table).where(where).first();
    expect(whole).toBeDefined();
    await knex(table).where(where).update(damage);
    await knex('outbox').update({ due_at: 0 });
    await knex('message_sent').delete();
    const counted = portal.metrics.of('pilot.row.unreadable').length;
    const audited = portal.audits.length;
    try {
      expect(
        (await readEverything(portal)).filter(([, status]) => status !== 200),
      ).toEqual([]);
      // The other Pilot is in every list that both were in.
      for (const path of ['/pilots', '/pilots?limit=1', '/demand?limit=9']) {
        let text = '';
        for (let next = path; next; ) {
          const response = await portal.as('ana').get(next).expect(200);
          text += response.text;
          const { nextCursor } = response.body;
          next = nextCursor
            ? `${path}&cursor=${encodeURIComponent(nextCursor)}`
            : '';
        }
        expect(text).toContain('pilot:default/pond');
      }
      // Its own pages may say that they cannot be shown, and no more.
      const own = await readEverything(portal, ['lake']);
      expect(own.filter(([, status]) => ![200, 503].includes(status))).toEqual(
        [],
      );
      const failed: unknown[] = [];
      for (const task of portal.tasks()) {
        await portal.runTask(task).catch(error => failed.push([task, error]));
      }
      expect(failed).toEqual([]);
      await portal.send(new Date(Date.now() + 3_600_000));
      const left = await knex('outbox').whereNull('set_aside_at');
      expect(table === 'outbox' ? left : []).toEqual([]);
      expect(table !== 'outbox' || portal.notifications.length > 0).toBe(true);
      // Each is counted and audited once, however often it is met.
      const found = portal.metrics
        .of('pilot.row.unreadable')
        .slice(counted)
        .map(({ attributes }) => attributes);
      const known = portal.metrics
        .of('pilot.row.unreadable')
        .map(({ attributes }) => attributes);
      expect(known).toContainEqual({ table });
      expect(
        portal.audits
          .slice(audited)
          .filter(({ eventId }) => eventId === 'row-unreadable'),
      ).toHaveLength(found.length);
    } finally {
      const back = Object.fromEntries(
        Object.keys(damage).map(key => [key, whole[key]]),
      );
      await knex(table).where(where).update(back);
    }
  });

  it.each(['last_at', 'gone_at', 'missing_since', 'phase_since', 'ranked_at'])(
    'of target, %s beyond any date, stops neither a rebuild nor a list of what is gone',
    async column => {
      const { knex } = portal;
      const lake = { ref: 'pilot:default/lake' };
      const { [column]: whole } = await knex('target').where(lake).first();
      await knex('target')
        .where(lake)
        .update({ [column]: noTime });
      try {
        const targets = [lake.ref, 'pilot:default/pond'];
        const rebuilt = await portal
          .asService()
          .post('/maintenance/rebuild')
          .send({ targets })
          .expect(200);
        expect(rebuilt.body).toMatchObject({
          rebuilt: 1,
          notReplayable: [lake.ref],
        });
        await portal.asService().get('/orphans').expect(200);
        await portal.asService().get('/orphans/teams').expect(200);
      } finally {
        await knex('target')
          .where(lake)
          .update({ [column]: whole });
      }
    },
  );
});
