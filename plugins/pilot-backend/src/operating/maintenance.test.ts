import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { everyAnswer } from '../__testUtils__/everyAnswer';
import {
  longWorldDates,
  longWorldRefs,
  startLongWorld,
} from '../__testUtils__/longWorld';
import { TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

// The year of a test goes by on every database.
jest.mock('../kernel/clock/openClock', () => ({
  openClock: async ({ processClock }: { processClock: () => Date }) => ({
    clock: processClock,
  }),
}));

const lake = 'pilot:default/lake';
const part = 'api:default/part';
const about = {
  people: ['dana'],
  refs: longWorldRefs,
  dates: longWorldDates.slice(-3),
};

/** Damages to what is stored, and what of which target is different then. */
const damages: ReadonlyArray<
  readonly [
    name: string,
    damage: (knex: Knex, idOf: (ref: string) => Promise<number>) => unknown,
    target: string,
    parts: readonly string[],
  ]
> = [
  [
    'a sum of a target',
    async (knex, idOf) =>
      knex('target')
        .where('id', await idOf(lake))
        .update({ n: 7, interests: 4 }),
    lake,
    ['sums'],
  ],
  [
    'a sum of a team',
    async (knex, idOf) =>
      knex('team_demand')
        .where('target_id', await idOf(part))
        .update({ q: 0.5 }),
    part,
    ['teams'],
  ],
  [
    'a team that is lost',
    async (knex, idOf) =>
      knex('team_demand')
        .where('target_id', await idOf(lake))
        .delete(),
    lake,
    ['teams'],
  ],
  [
    'a day of the past',
    async (knex, idOf) =>
      knex('demand_day')
        .where('target_id', await idOf(lake))
        .orderBy('day')
        .limit(1)
        .update({ t: 3, teams: 9 }),
    lake,
    ['days'],
  ],
  [
    'days that are lost',
    async (knex, idOf) =>
      knex('demand_day')
        .where('target_id', await idOf(lake))
        .delete(),
    lake,
    ['days'],
  ],
  [
    'a text of an interest',
    async (knex, idOf) =>
      knex('interest')
        .where('target_id', await idOf(lake))
        .update({ use_case: 'Something else' }),
    lake,
    ['interests'],
  ],
  [
    'an interest that is lost',
    async (knex, idOf) =>
      knex('interest')
        .where('target_id', await idOf(lake))
        .delete(),
    lake,
    ['interests'],
  ],
  [
    'an interest that no log knows',
    async (knex, idOf) => {
      const row = await knex('interest')
        .where('target_id', await idOf(lake))
        .first();
      await knex('interest').insert({
        ...row,
        id: 'nobody-knows',
        team: 'group:default/ads',
      });
    },
    lake,
    ['interests'],
  ],
  [
    'an interest in another target',
    async (knex, idOf) =>
      knex('interest')
        .where('target_id', await idOf(lake))
        .where('use_case_key', 'second')
        .update({ target_id: await idOf('pilot:default/pond') }),
    lake,
    ['interests'],
  ],
  [
    'the owner',
    async (knex, idOf) =>
      knex('target')
        .where('id', await idOf(part))
        .update({ owner: 'group:default/somebody' }),
    part,
    ['facts'],
  ],
  [
    'what implements a Pilot',
    async (knex, idOf) =>
      knex('target_part')
        .where('pilot_id', await idOf(lake))
        .delete(),
    lake,
    ['facts'],
  ],
  [
    'the phase of a Pilot',
    async knex =>
      knex('target')
        .where('ref', 'pilot:default/pond')
        .update({ phase: 'retired' }),
    'pilot:default/pond',
    ['sums'],
  ],
  [
    'a row that cannot be read',
    async knex =>
      knex('target').where('ref', part).update({ level: 'immense' }),
    part,
    ['unreadable'],
  ],
  [
    'a place in the feed',
    async (knex, idOf) => {
      await knex('feed')
        .where('target_id', await idOf(lake))
        .delete();
      await knex('feed_pending').delete();
    },
    lake,
    ['feed'],
  ],
];

describe.each(databases.eachSupportedId())('maintenance on %s', id => {
  let portal: TestPortal;
  let knex: Knex;
  let right: object;
  const idOf = async (ref: string) =>
    Number((await knex('target').where({ ref }).first('id')).id);
  const post = async (path: string, body: object) => {
    const answer = await portal
      .asService()
      .post(`/maintenance/${path}`)
      .send(body)
      .expect(200);
    return answer.body;
  };
  const told = async () => {
    const { body } = await portal
      .asService('plugin:catalog')
      .get('/internal/projection')
      .expect(200);
    return body.changes.map(({ seq, ...row }: any) => row);
  };
  const byTarget = (rows: any[]) =>
    rows.sort((a, b) => (a.target < b.target ? -1 : 1));
  /** Everything that is told, without the positions of the feed. */
  const everything = async () => ({
    // When somebody was last reminded, no log says: with a row, that is lost.
    answers: [...(await everyAnswer(portal, about))].filter(
      ([call]) => !call.includes('/export/everything'),
    ),
    feed: byTarget(await told()),
  });

  beforeAll(async () => {
    jest.useFakeTimers({
      doNotFake: [
        ...(['nextTick', 'setImmediate', 'clearImmediate'] as const),
        ...(['setTimeout', 'clearTimeout', 'setInterval'] as const),
        ...(['clearInterval', 'queueMicrotask', 'performance'] as const),
        'hrtime',
      ],
    });
    knex = await databases.init(id);
    portal = await startLongWorld({
      knex,
      setTime: at => jest.setSystemTime(at),
    });
  });
  afterAll(async () => {
    await portal?.backend.stop();
    jest.useRealTimers();
  });

  it('finds nothing where nothing is wrong', async () => {
    const targets = await knex('target').select('id');
    expect(await post('check', {})).toEqual({
      checked: targets.length,
      different: [],
      notReplayable: [],
    });
  });

  it('rebuilds what is right into the same', async () => {
    right = await everything();
    expect(await post('rebuild', {})).toMatchObject({ notReplayable: [] });
    await portal.runTask('pilot-phase-follow');
    expect(await everything()).toEqual(right);
    expect((await post('check', {})).different).toEqual([]);
  });

  it.each(damages)(
    'finds %s, and rebuilds it',
    async (_, damage, target, parts) => {
      await damage(knex, idOf);
      const { different } = await post('check', {});
      expect(
        different.find((each: any) => each.target === target)?.parts,
      ).toEqual(expect.arrayContaining([...parts]));

      const refs = different.map((each: any) => each.target);
      const rebuilt = await post('rebuild', { targets: refs });
      expect(rebuilt).toEqual({ rebuilt: refs.length, notReplayable: [] });
      expect((await post('check', {})).different).toEqual([]);
      await portal.runTask('pilot-phase-follow');
      expect(await everything()).toEqual(right);
    },
  );

  it('writes no interest that is right', async () => {
    const written: string[] = [];
    const listen = ({ sql }: { sql: string }) => {
      if (/^(insert into|delete from|update) .interest. /.test(sql)) {
        written.push(sql);
      }
    };
    knex.on('query', listen);
    await post('rebuild', {});
    knex.off('query', listen);
    expect(written).toEqual([]);
  });

  it('goes through all targets in pages', async () => {
    const seen: number[] = [];
    let after: number | undefined = 0;
    while (after !== undefined) {
      const page: any = await post('check', { after, limit: 2 });
      seen.push(page.checked);
      after = page.next;
    }
    const [{ count }] = await knex('target').count({ count: '*' });
    expect(seen.reduce((sum, each) => sum + each, 0)).toBe(Number(count));
  });

  it('leaves a target alone whose log it does not understand', async () => {
    const pond = await idOf('pilot:default/pond');
    const [line] = await knex('interest_log')
      .insert({
        ...{ target_id: pond, at: 1, recorded_at: 1, type: 'endorsed' },
        ...{ actor: 'user:default/ana', payload: '{}' },
      })
      .returning('seq');
    await knex('interest')
      .where('target_id', pond)
      .update({ use_case: 'Newer' });
    expect(await post('check', {})).toMatchObject({
      different: [],
      notReplayable: ['pilot:default/pond'],
    });
    expect(
      await post('rebuild', { targets: ['pilot:default/pond'] }),
    ).toMatchObject({ rebuilt: 0, notReplayable: ['pilot:default/pond'] });
    const row = await knex('interest').where('target_id', pond).first();
    expect(row.use_case).toBe('Newer');
    await knex('interest_log').where('seq', line.seq).delete();
    await post('rebuild', {});
    expect((await post('check', {})).different).toEqual([]);
  });

  it('rebuilds beside people who write', async () => {
    const asks = Array.from({ length: 10 }, (_, index) =>
      portal.record(`p${index}.ads`, lake, { team: 'group:default/ads' }),
    );
    const rebuilds = [1, 2, 3].map(() => post('rebuild', { targets: [lake] }));
    await Promise.all([...asks, ...rebuilds]);
    expect((await post('check', {})).different).toEqual([]);
    const rows = await knex('interest').where('target_id', await idOf(lake));
    expect(rows.filter(({ author }) => /p\d\.ads/.test(author))).toHaveLength(
      10,
    );
  });

  it('looks at some targets all the time, and warns and counts', async () => {
    await knex('target').where('ref', lake).update({ n: 9 });
    // Wherever it began, the second time goes on from the beginning.
    await portal.runTask('pilot-stored-check');
    await portal.runTask('pilot-stored-check');
    const counted = portal.metrics.of('pilot.stored.different');
    expect(counted.map(({ attributes }) => attributes)).toContainEqual({
      part: 'sums',
    });
    await post('rebuild', { targets: [lake] });
  });

  it('begins the feed anew, so that every reader loads everything', async () => {
    const read = async (query = '') => {
      const { body } = await portal
        .asService('plugin:catalog')
        .get(`/internal/projection${query}`)
        .expect(200);
      return body;
    };
    const before = await read();
    await portal.asService().post('/maintenance/feed').expect(204);
    const after = await read(`?since=${before.sequence}&epoch=${before.epoch}`);
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.acknowledged).toBe(0);
    expect(after.changes.map(({ target }: any) => target)).toEqual(
      expect.arrayContaining(longWorldRefs),
    );
  });
});
