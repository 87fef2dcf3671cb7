import { createHash } from 'node:crypto';
import { databases } from '../__testUtils__/databases';
import { everyAnswer } from '../__testUtils__/everyAnswer';
import {
  longWorldDates,
  longWorldRefs,
  startLongWorld,
} from '../__testUtils__/longWorld';
import { api } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { keptTables, recomputedTables } from './keptTables';
import {
  StoredInterest,
  toInterestRow,
} from '../kernel/store/interests/interestRows';

jest.setTimeout(300_000);

// The year of a test goes by on every database.
jest.mock('../kernel/clock/openClock', () => ({
  openClock: async ({ processClock }: { processClock: () => Date }) => ({
    clock: processClock,
  }),
}));

const replayedColumns = Object.keys(
  toInterestRow(1, {
    ...({} as StoredInterest),
    createdAt: new Date(0),
    confirmedAt: new Date(0),
    updatedAt: new Date(0),
  }),
);
const config = {
  pilot: {
    decisions: {
      approvers: ['group:default/architects'],
      gates: { 'build-out': { teams: 0, useCases: 0, score: 0 } },
    },
  },
};
const about = {
  people: ['ana', 'dana', 'ada.architects'],
  refs: longWorldRefs,
  dates: longWorldDates,
};

const exported = async (portal: TestPortal): Promise<string> => {
  const { text, type } = await portal
    .asService()
    .get('/export/everything')
    .buffer(true)
    .expect(200);
  expect(type).toBe('application/x-ndjson');
  return text;
};
const imported = (portal: TestPortal, file: string) =>
  portal
    .asService()
    .post('/import/everything')
    .type('application/x-ndjson')
    .send(file);

/** A file whose last line says what its changed bytes come to. */
function changed(file: string, change: (lines: string[]) => string[]): string {
  const lines = change(file.trimEnd().split('\n').slice(0, -1));
  const text = lines.map(line => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const end = { end: { rows: lines.length - 1, sha256 } };
  return `${text}${JSON.stringify(end)}\n`;
}

describe('everything that cannot be recomputed', () => {
  const ids = databases.eachSupportedId().map(([id]) => id);
  const directions = ids.map(
    (id, index) => [id, ids[(index + 1) % ids.length]] as const,
  );
  const started: TestPortal[] = [];
  const start = async (options: Parameters<typeof startPortal>[0]) => {
    const portal = await startPortal({ config, ...options });
    started.push(portal);
    return portal;
  };
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
    await Promise.all(started.map(({ backend }) => backend.stop()));
    started.length = 0;
  });
  afterAll(() => jest.useRealTimers());

  it.each(ids)('is every table of %s, or said to be none', async id => {
    const { knex } = await start({ knex: await databases.init(id) });
    const rows =
      id === 'SQLITE_3'
        ? await knex('sqlite_master').where('type', 'table').select('name')
        : await knex('information_schema.tables')
            .where('table_schema', 'public')
            .select('table_name as name');
    const tables = rows
      .map(({ name }) => String(name))
      .filter(name => !/^(sqlite_|knex_|backstage_)/.test(name));
    const known = [
      ...keptTables.map(({ table }) => table),
      ...recomputedTables,
    ];
    expect(tables.sort()).toEqual(known.sort());
    for (const { table, key, without = [], only = [] } of keptTables) {
      const columns = Object.keys(await knex(table).columnInfo());
      expect(columns).toEqual(
        expect.arrayContaining([...key, ...without, ...only]),
      );
    }
    // What no log says of an interest is kept.
    const { only: beside = [] } = keptTables.find(
      ({ table }) => table === 'interest',
    )!;
    expect([...new Set([...replayedColumns, ...beside])].sort()).toEqual(
      Object.keys(await knex('interest').columnInfo()).sort(),
    );
  });

  it.each(directions)(
    'moves from %s to %s: every answer is the same, now and at twenty past dates',
    async (from, to) => {
      const old = await startLongWorld({
        knex: await databases.init(from),
        setTime: at => jest.setSystemTime(at),
      });
      started.push(old);
      const file = await exported(old);

      const knex = await databases.init(to);
      const moving = await start({ knex, catalog: old.catalog });
      // A portal that has looked through the catalog holds nothing of its own yet.
      await moving.sync();
      const { body } = await imported(moving, file).expect(200);
      expect(body).toEqual({
        rows: file.trimEnd().split('\n').length - 2,
        unchanged: false,
      });
      expect(await exported(moving)).toBe(file);

      const moved = await start({ knex, catalog: old.catalog });
      const before = await everyAnswer(old, about);
      const after = await everyAnswer(moved, about);
      const isRefused = (text: string) => !/^(200|404) /.test(text);
      expect([...before].filter(([, text]) => isRefused(text))).toEqual([]);
      const different = [...before].filter(
        ([call, text]) => after.get(call) !== text,
      );
      expect(
        different.map(([call, text]) => [call, text, after.get(call)]),
      ).toEqual([]);

      // Both go on alike, and tell the catalog everything once.
      const { body: page } = await moved
        .asService('plugin:catalog')
        .get('/internal/projection')
        .expect(200);
      expect(page.changes.map(({ target }: any) => target)).toEqual(
        expect.arrayContaining(longWorldRefs),
      );
      expect(page.acknowledged).toBe(0);
      const ask = { team: 'group:default/ads' };
      const answers = [];
      for (const portal of [old, moved]) {
        const { interest, demand } = await portal.record(
          'cleo',
          'pilot:default/pond',
          ask,
        );
        answers.push({ ...demand, watch: '', id: interest.version });
      }
      expect(answers[1]).toEqual(answers[0]);
    },
  );

  describe.each(ids)('on %s', id => {
    let file: string;
    const fresh = async () => start({ knex: await databases.init(id) });
    beforeAll(async () => {
      const full = await startLongWorld({
        knex: await databases.init(id),
        setTime: at => jest.setSystemTime(at),
      });
      file = await exported(full);
      await full.backend.stop();
    });

    it('can be sent again, also after people went on', async () => {
      const portal = await fresh();
      await imported(portal, file).expect(200);
      portal.catalog.set(api('new-one'));
      await portal.record('ana', 'api:default/new-one', {
        team: 'group:default/payments',
      });
      const before = await exported(portal);
      const { body } = await imported(portal, file).expect(200);
      expect(body).toMatchObject({ unchanged: true });
      expect(await exported(portal)).toBe(before);
      // Another file is refused, and changes nothing.
      const { body: refusal } = await imported(portal, before).expect(409);
      expect(refusal.error.message).toMatch(/holds what was said here already/);
      expect(await exported(portal)).toBe(before);
    });

    it('is taken once where two send it at the same time', async () => {
      const portal = await fresh();
      const answers = await Promise.all(
        [1, 2, 3].map(() => imported(portal, file)),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(answers.filter(({ body }) => !body.unchanged)).toHaveLength(1);
      expect(await exported(portal)).toBe(file);
    });

    it.each<[string, (whole: string) => string, RegExp]>([
      ['nothing', () => '', /ends after 0 rows/],
      [
        'the half of it',
        whole => whole.slice(0, whole.length / 2),
        /was cut off/,
      ],
      [
        'all lines but the last',
        whole => `${whole.trimEnd().split('\n').slice(0, -1).join('\n')}\n`,
        /was cut off/,
      ],
      ['it twice', whole => `${whole}${whole}`, /goes on after its last line/],
      [
        'a line less',
        whole => {
          const lines = whole.split('\n');
          return [...lines.slice(0, 8), ...lines.slice(9)].join('\n');
        },
        /not as it was exported/,
      ],
      [
        'another text',
        whole => whole.replace('It is worth it', 'It is worth more'),
        /not as it was exported/,
      ],
      [
        'interest alone',
        () => '{"type":"interest"}\n',
        /lines of interest go to POST \/import/,
      ],
      [
        'a later release',
        whole =>
          changed(whole, ([head, ...rest]) => [
            JSON.stringify({ ...JSON.parse(head), migration: '2099_x.js' }),
            ...rest,
          ]),
        /of a later release/,
      ],
      [
        'a table of a later release',
        whole =>
          changed(whole, lines => [
            ...lines,
            '{"table":"endorsement","row":{"id":1}}',
          ]),
        /does not know endorsement/,
      ],
      [
        'a column of a later release',
        whole =>
          changed(whole, lines => [
            ...lines,
            '{"table":"team","row":{"mood":1}}',
          ]),
        /does not know team\.mood/,
      ],
    ])('refuses %s, and changes nothing', async (_, change, message) => {
      const portal = await fresh();
      const before = await exported(portal);
      const { body } = await imported(portal, change(file)).expect(400);
      expect(body.error.message).toMatch(message);
      expect(await exported(portal)).toBe(before);
      await imported(portal, file).expect(200);
      expect(await exported(portal)).toBe(file);
    });

    it('is taken as a whole or not at all', async () => {
      const portal = await fresh();
      const before = await exported(portal);
      const twice = changed(file, lines =>
        lines.flatMap(line =>
          line.includes('"table":"proposal"') ? [line, line] : [line],
        ),
      );
      expect((await imported(portal, twice)).status).toBeGreaterThan(399);
      expect(await exported(portal)).toBe(before);
    });

    it('holds no secret but those that dismissals and erasures are named by', () => {
      const secrets = file
        .split('\n')
        .filter(line => line.includes('"table":"secret"'));
      const names = secrets.map(line => JSON.parse(line).row.name);
      expect(names).toEqual(['erasure', 'group']);
    });
  });
});
