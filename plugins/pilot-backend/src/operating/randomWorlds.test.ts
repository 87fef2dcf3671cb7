import { databases } from '../__testUtils__/databases';
import {
  randomWorldConfig,
  randomWorldRefs,
  startRandomWorld,
} from '../__testUtils__/randomWorld';
import { pathOf, startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

// The months of a test go by on every database.
jest.mock('../kernel/clock/openClock', () => ({
  openClock: async ({ processClock }: { processClock: () => Date }) => ({
    clock: processClock,
  }),
}));

/** `PILOT_WORLDS=100` makes a hundred, `PILOT_SEED=7` begins at another one. */
const worlds = Number(process.env.PILOT_WORLDS ?? 3);
const firstSeed = Number(process.env.PILOT_SEED ?? 20_261_201);
const seeds = Array.from({ length: worlds }, (_, index) => firstSeed + index);

const dates = ['2026-01-20', '2026-02-10T08:00:00Z', '2026-03-15'];

describe.each(seeds)('a world of random deeds, seed %s', seed => {
  const started: TestPortal[] = [];
  beforeAll(() => {
    jest.useFakeTimers({
      doNotFake: [
        ...(['nextTick', 'setImmediate', 'clearImmediate'] as const),
        ...(['setTimeout', 'clearTimeout', 'setInterval'] as const),
        ...(['clearInterval', 'queueMicrotask', 'performance'] as const),
        'hrtime',
      ],
    });
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map(({ backend }) => backend.stop()));
  });
  afterAll(() => jest.useRealTimers());

  const everything = async (portal: TestPortal): Promise<string> => {
    const { text } = await portal
      .asService()
      .get('/export/everything')
      .buffer(true)
      .expect(200);
    return text;
  };

  /** Reads what is seen of it, now and in the past, but times of ranking. */
  const answersOf = async (portal: TestPortal) => {
    const answers: Record<string, string> = {};
    const paths = randomWorldRefs.map(pathOf);
    for (const path of [
      '/interests',
      '/pilots/default/lake',
      '/readiness/pilot/default/lake/log',
      ...dates.map(date => `/demand?asOf=${date}`),
      ...paths.flatMap(ref => [
        `/demand/${ref}`,
        `/demand/${ref}/history`,
        ...dates.map(date => `/demand/${ref}?asOf=${date}`),
      ]),
    ]) {
      const { status, text } = await portal.as('ana').get(path);
      answers[path] = `${status} ${text
        .replace(/"watch":"[^"]+"/g, '')
        .replace(/"nextCursor":"[^"]+"/g, '')
        .replace(/"rankedAt":"[^"]+"/g, '')}`;
    }
    const { text } = await portal
      .asService()
      .get('/export')
      .buffer(true)
      .expect(200);
    return { ...answers, export: text };
  };

  const ids = databases.eachSupportedId().map(([id]) => id);

  it(`goes from ${ids.join(' to ')} and back, and stays the same`, async () => {
    const world = await startRandomWorld({
      knex: await databases.init(ids[0]),
      seed,
      setTime: at => jest.setSystemTime(at),
    });
    started.push(world);
    const { catalog } = world;
    const file = await everything(world);
    const before = await answersOf(world);
    for (const id of [ids[ids.length - 1], ids[0]]) {
      const knex = await databases.init(id);
      const portal = await startPortal({
        ...{ knex, catalog, config: randomWorldConfig },
      });
      started.push(portal);
      await portal
        .asService()
        .post('/import/everything')
        .type('application/x-ndjson')
        .send(file)
        .expect(200);
      expect(await everything(portal)).toBe(file);
      expect(await answersOf(portal)).toEqual(before);
    }
  });

  it('keeps what its logs lead to', async () => {
    const world = await startRandomWorld({
      knex: await databases.init(ids[seed % ids.length]),
      seed,
      setTime: at => jest.setSystemTime(at),
    });
    started.push(world);
    const { body } = await world
      .asService()
      .post('/maintenance/check')
      .send({})
      .expect(200);
    expect(body.different).toEqual([]);
  });
});
