import { defaultDemandPolicy } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { giveWay } from '../kernel/cost/giveWay';
import { demandsAt } from './demandsAt';
import { readDemand } from './readDemand';
import { pastRollUps } from './readRollUps';
import { checkTarget } from '../operating/checkTarget';
import { rebuildTarget } from '../operating/rebuildTarget';
import { openDatabase } from '../kernel/store/migrate';
import { findTarget } from '../kernel/store/targets/findTargets';
import { readLog, readLogs } from '../kernel/store/log/readLogs';

jest.mock('../kernel/cost/giveWay', () => ({
  ...jest.requireActual('../kernel/cost/giveWay'),
  giveWay: jest.fn(async () => {}),
}));
jest.setTimeout(300_000);

const policies = [
  { since: new Date(0), fingerprint: 'p', policy: defaultDemandPolicy },
];
const hour = 3_600_000;
const begin = Date.parse('2026-01-01T00:00:00Z');
const now = new Date('2026-11-20T12:00:00Z');

/** A day on which it was confirmed. */
const noon = new Date(begin + 80 * 24 * hour + 12 * hour);

/** More than two steps of a fold, and than four pages of a log. */
const lines = 4500;
const hot = 'api:default/hot';
const quiet = ['api:default/before', 'api:default/behind'];
const pilots = [1, 2, 3, 4].map(n => `pilot:default/pilot-${n}`);

const line = (
  target_id: number,
  at: number,
  type: string,
  payload: object,
) => ({
  ...{ target_id, at, recorded_at: at, type },
  ...{ actor: 'plugin:catalog', payload: JSON.stringify(payload) },
});

describe.each(databases.eachSupportedId())('long logs on %s', databaseId => {
  let knex: Knex;
  const ids = new Map<string, number>();
  const idOf = (ref: string) => ({ id: ids.get(ref)!, ref });

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await openDatabase({ getClient: async () => knex });
    await knex('policy').insert({
      ...{ since: 0, fingerprint: 'p' },
      json: JSON.stringify(defaultDemandPolicy),
    });
    for (const ref of [quiet[0], hot, quiet[1], ...pilots]) {
      const kind = ref.split(':')[0];
      await knex('target').insert({ ref, kind, namespace: 'default' });
      const row = await knex('target').where({ ref }).first('id');
      ids.set(ref, Number(row.id));
    }
    const at = new Date(begin).toISOString();
    const state = {
      ...{ id: 'ask', team: 'group:default/ads', author: 'user:default/ana' },
      ...{ useCaseKey: 'default', urgency: 'important', status: 'open' },
      ...{ useCase: null, alternative: null, neededBy: null },
      ...{ expectedUsage: null, otherwise: null, statusNote: null },
      ...{ statusAt: null, statusBy: null },
      ...{ withdrawn: false, onBehalf: false, contribute: false, version: 1 },
      ...{ createdAt: at, confirmedAt: at, updatedAt: at },
    };
    const ofHot = Array.from({ length: lines - 1 }, (_, n) => {
      // Two of each instant, so that a page ends in the middle of one.
      const time = begin + (1 + Math.floor(n / 2)) * hour;
      const change = { confirmedAt: new Date(time).toISOString() };
      return line(ids.get(hot)!, time, 'confirmed', { id: 'ask', change });
    });
    const all = [
      ...quiet.flatMap(ref =>
        [1, 2, 3].map(n =>
          line(ids.get(ref)!, begin + 900 * n * hour, 'gone', {}),
        ),
      ),
      line(ids.get(hot)!, begin, 'recorded', { state }),
      ...ofHot,
      ...pilots.flatMap(ref => [
        line(ids.get(ref)!, begin, 'owner', { owner: 'group:default/ads' }),
        line(ids.get(ref)!, begin, 'implementedBy', { parts: [quiet[0]] }),
      ]),
    ];
    for (let i = 0; i < all.length; i += 500) {
      await knex('interest_log').insert(all.slice(i, i + 500));
    }
    // What is read of it from now on is what follows from the log.
    await rebuildTarget(knex, hot, () => now);
  });

  it('are read whole and in order', async () => {
    const log = await readLog(knex, ids.get(hot)!);
    const expected = await knex('interest_log')
      .where('target_id', ids.get(hot)!)
      .orderBy(['at', 'seq']);
    expect(log.map(({ seq }) => seq)).toEqual(
      expected.map(({ seq }) => Number(seq)),
    );
    expect(log).toHaveLength(lines);
    const refs = [quiet[1], hot, quiet[0]];
    const logs = await readLogs(knex, refs.map(idOf));
    expect(logs.map(each => [each.target, each.entries.length])).toEqual([
      [quiet[1], 3],
      [hot, lines],
      [quiet[0], 3],
    ]);
    expect(logs[1].entries.map(({ seq }) => seq)).toEqual(
      log.map(({ seq }) => seq),
    );
  });

  it('are read as they were when that began', async () => {
    const late = line(ids.get(hot)!, begin + 2000 * hour, 'gone', {});
    let calls = 0;
    jest.mocked(giveWay).mockImplementation(async () => {
      calls += 1;
      if (calls === 3) {
        // An import dates it back, into a page that is still to come.
        await knex('interest_log').insert(late);
      }
    });
    try {
      const [{ entries }] = await readLogs(knex, [idOf(hot)]);
      expect(calls).toBeGreaterThan(3);
      expect(entries).toHaveLength(lines);
      expect(await readLog(knex, ids.get(hot)!)).toHaveLength(lines + 1);
    } finally {
      jest.mocked(giveWay).mockImplementation(async () => {});
      await knex('interest_log').where(late).delete();
    }
  });

  /** Counts the turns that others could have had. */
  async function turnsOf(work: () => Promise<unknown>): Promise<number> {
    jest.mocked(giveWay).mockClear();
    await work();
    return jest.mocked(giveWay).mock.calls.length;
  }

  // Pages of a thousand lines; two thousand of them are a step, which begins in a turn.
  const pages = 5;
  const steps = 1 + 3;

  it.each<[string, number, () => Promise<unknown>]>([
    [
      'its demand at a past instant, and that of four weeks before',
      pages + 2 * steps,
      async () =>
        readDemand(knex, (await findTarget(knex, hot))!, {
          ...{ policies, now, asOf: new Date('2026-11-19T12:00:00Z') },
        }),
    ],
    [
      // Of its days, of each target, and before its sums; its last step is not reached.
      'its sums at noon of a past day',
      3 + 1 + pages + steps,
      async () => demandsAt(knex, [idOf(hot)], [noon], policies),
    ],
    [
      // As a look at the target alone, and one at what it was on each of 95 days.
      'writing what follows from it',
      119,
      async () => rebuildTarget(knex, hot, () => now),
    ],
    [
      'comparing what is stored with it',
      119,
      async () =>
        checkTarget(knex, (await findTarget(knex, hot))!, policies, now),
    ],
  ])('let others have their turn during %s', async (_, turns, work) => {
    expect(await turnsOf(work)).toBe(turns);
  });

  it('of several Pilots let others have their turn after each', async () => {
    const rows = await Promise.all(pilots.map(ref => findTarget(knex, ref)));
    const turnsFor = (some: typeof rows) =>
      turnsOf(() =>
        pastRollUps(
          knex,
          some.map(row => row!),
          { policies, at: now },
        ),
      );
    const one = await turnsFor(rows.slice(0, 1));
    expect(await turnsFor(rows)).toBeGreaterThanOrEqual(one + 3);
  });
});
