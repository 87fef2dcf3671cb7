import { execFileSync } from 'node:child_process';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  pilotAdminPermission,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, group, user as person } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const team = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;
const sampleInterest = resolvePackagePath(
  '@pilot-to-platform/plugin-pilot-backend',
  '../../examples/interest/sampleInterest.mjs',
);

const exported = async (portal: TestPortal): Promise<string> => {
  const response = await portal.asService().get('/export').expect(200);
  expect(response.type).toBe('application/x-ndjson');
  return response.text;
};

describe.each(databases.eachSupportedId())('exchange on %s', databaseId => {
  let portal: TestPortal;
  const started: TestPortal[] = [];
  const start = async () => {
    const knex = await databases.init(databaseId);
    const each = await startPortal({ knex, denied: [] });
    started.push(each);
    return each;
  };
  beforeAll(async () => {
    portal = await start();
  });
  afterAll(async () => {
    await Promise.all(started.map(({ backend }) => backend.stop()));
  });

  let number = 0;
  const fresh = () => {
    number += 1;
    portal.catalog.set(api(`taken-${number}`));
    return `api:default/taken-${number}`;
  };
  const ask = (target: string, more: object = {}) => ({
    type: 'interest',
    target,
    author: user('ana'),
    team: team('payments'),
    createdAt: '2026-01-05T10:00:00.000Z',
    ...more,
  });
  const answer = (target: string, status: string, at: string, more = {}) => ({
    type: 'status',
    target,
    author: user('ana'),
    team: team('payments'),
    status,
    by: user('dana'),
    at,
    ...more,
  });
  const interestIn = async (target: string) => {
    const { body } = await portal.as('ana').get(`/interests?target=${target}`);
    return body.items[0];
  };

  it('takes a year of sample interest, once', async () => {
    const text = execFileSync(process.execPath, [sampleInterest])
      .toString()
      .trimEnd()
      .split('\n');
    const first = await portal.import(text);
    expect(first).toMatchObject({
      imported: text.length,
      unchanged: 0,
      failed: [],
    });
    // The catalog of this test has one of these.
    const targets = new Set(text.map(line => JSON.parse(line).target));
    expect(targets.delete('pilot:default/delta-sharing')).toBe(true);
    expect([...first.orphaned].sort()).toEqual([...targets].sort());
    const logged = await portal.knex('interest_log').count({ lines: '*' });
    const second = await portal.import(text);
    expect(second).toMatchObject({
      imported: 0,
      unchanged: text.length,
      failed: [],
    });
    expect(await portal.knex('interest_log').count({ lines: '*' })).toEqual(
      logged,
    );
  });

  it('exports what an empty portal imports and exports alike', async () => {
    const target = fresh();
    // Of every kind of change through the API, too.
    const { interest } = await portal.record('ana', target, {
      team: team('payments'),
      useCase: 'Two\nlines, "quoted", and a \u{1F680}',
      neededBy: '2099-01-01',
      contribute: true,
    });
    await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
    await portal.record('ana', target, {
      team: team('payments'),
      urgency: 'critical',
    });
    await portal.record('sam', target, { team: team('ads') });
    await portal.record('ben', 'pilot:default/delta-sharing', {
      team: team('checkout'),
    });
    // Refs that languages order in another way than code units.
    await portal.import(
      ['b-c', 'b.c', 'b_c', 'bc', 'b0'].map(name =>
        ask(`api:default/${name}`, { author: user(name) }),
      ),
    );
    const first = await exported(portal);
    const lines = first.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(120);
    const times = lines.map(line => {
      const { createdAt, at } = JSON.parse(line);
      return createdAt ?? at;
    });
    expect(times).toEqual([...times].sort());

    const other = await start();
    const result = await other.import(lines);
    expect(result).toMatchObject({ imported: lines.length, failed: [] });
    expect(await exported(other)).toBe(first);
    const copied = await other
      .as('ana')
      .get(`/interests?target=${target}&author=me`);
    expect(copied.body.items[0]).toMatchObject({
      useCase: 'Two\nlines, "quoted", and a \u{1F680}',
      urgency: 'critical',
      neededBy: '2099-01-01',
      contribute: true,
      status: 'open',
      createdAt: interest.createdAt,
    });
  });

  it('exports the same from both databases', async () => {
    const names = ['a-b', 'a.b', 'a_b', 'ab', 'a0', 'a-0'];
    const portalOfNames = await start();
    await portalOfNames.import(
      names.map(name => ask(`api:default/${name}`, { author: user(name) })),
    );
    const order = (await exported(portalOfNames))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).target.split('/')[1]);
    // By code units: "-" < "." < "0" < "_" < "b"
    expect(order).toEqual(['a-0', 'a-b', 'a.b', 'a0', 'a_b', 'ab']);
  });

  it('takes a thousand lines, also for one target, and exports pages of them', async () => {
    const many = await start();
    const lines = [...Array(1000).keys()].map(index =>
      JSON.stringify(
        ask(`api:default/${index < 700 ? 'one' : `other-${index % 20}`}`, {
          author: user(`p${index}`),
          useCase: 'x',
          confirmedAt: '2026-02-05T10:00:00.000Z',
        }),
      ),
    );
    const result = await many.import(lines);
    expect([result.imported, result.failed]).toEqual([1000, []]);
    await many.import([
      ask('api:default/one', { author: user('last') }),
      ...[...Array(999).keys()].map(index =>
        answer(
          index < 700 ? 'api:default/one' : `api:default/other-${index % 20}`,
          'planned',
          '2026-03-05T10:00:00.000Z',
          { author: user(`p${index}`) },
        ),
      ),
    ]);
    const text = await exported(many);
    expect(text.trimEnd().split('\n')).toHaveLength(2000);
    expect(new Set(text.trimEnd().split('\n')).size).toBe(2000);
  });

  it('refuses more than a thousand lines, and takes empty ones', async () => {
    const post = (text: string) =>
      portal
        .asService()
        .post('/import')
        .type('application/x-ndjson')
        .send(text);
    const tooMany = await post('{}\n'.repeat(1001));
    expect([tooMany.status, tooMany.body.error.message]).toEqual([
      400,
      'The request holds 1001 lines; send at most 1000 at a time, in any order',
    ]);
    const empty = await post('\n \r\n\n');
    expect([empty.status, empty.body]).toEqual([
      200,
      {
        imported: 0,
        unchanged: 0,
        changed: 0,
        waiting: 0,
        orphaned: [],
        failed: [],
      },
    ]);
    const json = await portal
      .asService()
      .post('/import')
      .send({ type: 'interest' });
    expect([json.status, json.body.error.message]).toEqual([
      415,
      'body: must be JSON lines; send it with the header "Content-Type: application/x-ndjson", not "application/json"',
    ]);
  });

  it('says which lines failed and why, and takes the others', async () => {
    const target = fresh();
    const future = new Date(Date.now() + dayMs).toISOString();
    const bad: Array<[object | string, RegExp]> = [
      ['{', /^is not JSON/],
      ['7', /^a line must be one JSON object/],
      ['[{"type": "interest"}]', /^a line must be one JSON object/],
      [{ type: 'wish' }, /^type: /],
      [ask(target, { team: undefined }), /^team: is missing/],
      [ask(target, { team: user('ana') }), /^team: must name a group/],
      [ask(target, { author: team('ads') }), /^author: must name a user/],
      [ask(target, { urgency: 'asap' }), /^urgency: .*critical/],
      [ask(target, { colour: 'red' }), /^colour: is not a known field/],
      [ask('orders'), /^target: must be an entity ref/],
      [ask(target, { createdAt: 'yesterday' }), /^createdAt: must be a time/],
      [ask(target, { createdAt: future }), /^createdAt: .* in the future/],
      [ask(target, { confirmedAt: future }), /^confirmedAt: .* in the future/],
      [
        ask(target, { confirmedAt: '2026-01-05T09:59:59Z' }),
        /^confirmedAt: .* is before createdAt/,
      ],
      [ask(target, { useCaseKey: 'No Slug' }), /^useCaseKey: /],
      [answer(target, 'planned', future), /^at: .* in the future/],
      [answer(target, 'lost', '2026-01-06T10:00:00Z'), /^status: .*planned/],
    ];
    const result = await portal.import([
      '',
      ask(target),
      ...bad.map(([line]) => line),
      answer(target, 'planned', '2026-01-06T10:00:00Z'),
    ]);
    expect(result.failed.map(({ line, message }) => [line, message])).toEqual(
      bad.map(([, message], index) => [
        index + 3,
        expect.stringMatching(message),
      ]),
    );
    expect(result).toMatchObject({ imported: 2, unchanged: 0 });
    expect(await interestIn(target)).toMatchObject({
      status: 'planned',
      version: 2,
    });
  });

  it('keeps what the catalog does not know as orphaned', async () => {
    const target = 'api:default/orphan';
    const result = await portal.import([ask(target)]);
    expect(result).toMatchObject({ imported: 1, orphaned: [target] });
    const mine = await portal.as('ana').get('/interests?author=me&limit=200');
    expect(mine.body.items.map((each: any) => each.target)).toContain(target);
    expect(
      (await portal.as('ben').get(`/interests?target=${target}`)).body.items,
    ).toEqual([]);
    expect(
      (await portal.as('ana').get('/demand/api/default/orphan')).status,
    ).toBe(404);
    // It counts as soon as the catalog knows the entity, under its owner.
    portal.catalog.set(api('orphan', { owner: team('payments') }));
    const demand = await portal.demand('sam', target);
    expect(demand.counts).toMatchObject({ interests: 0, internal: 1 });
  });

  it('gives an interest the history of its own times', async () => {
    const target = fresh();
    const created = Date.now() - 240 * dayMs;
    const at = (days: number) => new Date(created + days * dayMs).toISOString();
    await portal.import([
      ask(target, {
        urgency: 'critical',
        createdAt: at(0),
        confirmedAt: at(180),
      }),
    ]);
    const breadth = async (days: number) =>
      (await portal.demand('sam', target, at(days))).breadth;
    expect(await breadth(-1)).toBe(0);
    expect(await breadth(0)).toBeCloseTo(1, 9);
    // A half-life later, not confirmed yet: half.
    expect(await breadth(120)).toBeCloseTo(0.5, 9);
    expect(await breadth(180)).toBeCloseTo(1, 9);
    expect(await breadth(240)).toBeCloseTo(2 ** -0.5, 9);
    expect(await interestIn(target)).toMatchObject({
      createdAt: at(0),
      confirmedAt: at(180),
    });
  });

  it('sorts status lines by their times, in whatever order they come', async () => {
    const target = fresh();
    await portal.import([ask(target)]);
    await portal.import([
      answer(target, 'adopted', '2026-03-01T10:00:00Z'),
      answer(target, 'planned', '2026-02-01T10:00:00Z', { note: 'In Q1.' }),
    ]);
    expect(await interestIn(target)).toMatchObject({
      status: 'adopted',
      statusNote: null,
    });
    await portal.import([
      answer(target, 'withdrawn', '2026-03-02T10:00:00Z', { by: user('ana') }),
      answer(target, 'acknowledged', '2026-01-20T10:00:00Z'),
    ]);
    expect((await interestIn(target)).status).toBe('withdrawn');
    const levels = [];
    for (const day of ['01-10', '02-10', '03-01', '03-02']) {
      const { counts } = await portal.demand('sam', target, `2026-${day}`);
      levels.push([counts.interests, counts.adopters]);
    }
    expect(levels).toEqual([
      [1, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('takes two accounts of one interest, each from its date', async () => {
    const target = fresh();
    const older = ask(target, { urgency: 'important' });
    const newer = ask(target, {
      urgency: 'critical',
      confirmedAt: '2026-02-05T10:00:00.000Z',
    });
    expect(await portal.import([newer, older])).toMatchObject({ imported: 2 });
    expect(await interestIn(target)).toMatchObject({
      urgency: 'critical',
      confirmedAt: '2026-02-05T10:00:00.000Z',
    });
    const breadth = async (at: string) =>
      (await portal.demand('sam', target, at)).breadth;
    expect(await breadth('2026-01-05T10:00:00Z')).toBeCloseTo(2 / 3, 9);
    expect(await breadth('2026-02-05T10:00:00Z')).toBeCloseTo(1, 9);
  });

  it('gives the same whether people typed before or after the import', async () => {
    const targets = [fresh(), fresh()];
    const lines = (target: string) => [
      answer(target, 'planned', '2026-02-01T10:00:00Z', { note: 'Soon' }),
      ask(target, { createdAt: '2026-06-01T10:00:00Z', urgency: 'critical' }),
      ask(target, { alternative: 'A script', neededBy: '2026-03-01' }),
    ];
    const type = async (target: string) => {
      await portal.record('ana', target, { team: team('payments') });
      await portal.record('ana', target, {
        team: team('payments'),
        useCase: 'Typed in the portal',
        neededBy: null,
      });
    };
    await portal.import(lines(targets[0]));
    await type(targets[0]);
    await type(targets[1]);
    for (const line of lines(targets[1]).reverse()) {
      await portal.import([line]);
    }
    const [before, after] = await Promise.all(targets.map(interestIn));
    // Of two interests in two targets, recorded in two requests.
    const differing = {
      id: 0,
      target: 0,
      targetTitle: 0,
      version: 0,
      confirmedAt: 0,
      updatedAt: 0,
    };
    expect({ ...after, ...differing }).toEqual({ ...before, ...differing });
    expect(after).toMatchObject({
      createdAt: '2026-01-05T10:00:00.000Z',
      useCase: 'Typed in the portal',
      alternative: 'A script',
      neededBy: null,
      urgency: 'critical',
      status: 'planned',
    });
    const scored = (target: string) =>
      Promise.all(
        ['01-04', '01-05', '02-02', '06-02'].map(async day => {
          const past = await portal.demand('sam', target, `2026-${day}`);
          return [past.counts.interests, past.score, past.specific];
        }),
      );
    const [one, other] = [await scored(targets[0]), await scored(targets[1])];
    expect(other).toEqual(one);
    expect(one.map(([interests]) => interests)).toEqual([0, 1, 1, 1]);
  });

  it('leaves what a line does not say, and clears what it says is null', async () => {
    const target = fresh();
    await portal.import([
      ask(target, {
        urgency: 'critical',
        useCase: 'Figures for brands',
        contribute: true,
      }),
    ]);
    const bare = ask(target, { createdAt: '2026-03-05T10:00:00Z' });
    expect(await portal.import([bare])).toMatchObject({
      imported: 1,
      changed: 0,
    });
    expect(await interestIn(target)).toMatchObject({
      urgency: 'critical',
      useCase: 'Figures for brands',
      contribute: true,
      confirmedAt: '2026-03-05T10:00:00.000Z',
    });
    const clearing = ask(target, {
      createdAt: '2026-04-05T10:00:00Z',
      useCase: null,
      urgency: null,
      contribute: null,
    });
    expect(await portal.import([clearing])).toMatchObject({ changed: 1 });
    expect(await interestIn(target)).toMatchObject({
      urgency: 'important',
      useCase: null,
      contribute: false,
    });
  });

  it('keeps a status until its interest comes', async () => {
    const target = fresh();
    const early = answer(target, 'planned', '2026-01-06T10:00:00Z');
    const first = await portal.import([early]);
    expect(first).toMatchObject({ imported: 1, waiting: 1, failed: [] });
    expect(await portal.import([early])).toMatchObject({
      unchanged: 1,
      waiting: 0,
    });
    // It is of an earlier time than what is recorded now.
    await portal.record('ana', target, { team: team('payments') });
    expect((await interestIn(target)).status).toBe('open');
    await portal.import([ask(target)]);
    expect((await interestIn(target)).status).toBe('planned');
    expect(await portal.import([early])).toMatchObject({ unchanged: 1 });
  });

  it('counts an unknown team or author once the catalog has them', async () => {
    const target = fresh();
    const lines = [
      ask(target, { team: team('new-team') }),
      ask(target, { author: user('newcomer') }),
      ask(target),
    ];
    portal.catalog.remove(team('new-team'), user('newcomer'));
    const result = await portal.import(lines);
    expect(result).toMatchObject({
      imported: 3,
      waiting: 2,
      orphaned: [team('new-team'), user('newcomer')],
    });
    const counted = async () => (await portal.demand('sam', target)).counts;
    expect(await counted()).toMatchObject({ interests: 1, teams: 1 });
    await portal.sync();
    expect(await counted()).toMatchObject({ interests: 1 });
    portal.catalog.set(group('new-team'));
    await portal.sync();
    expect(await counted()).toMatchObject({ interests: 2, teams: 2 });
    portal.catalog.set(person('newcomer'));
    // Any import into the target takes it, too.
    expect(await portal.import([ask(target)])).toMatchObject({ unchanged: 1 });
    expect(await counted()).toMatchObject({ interests: 3, teams: 2 });
    const past = await portal.demand('sam', target, '2026-01-06');
    expect(past.counts).toMatchObject({ interests: 3 });
    expect(await portal.import(lines)).toMatchObject({
      unchanged: 3,
      orphaned: [],
    });
  });

  it('finds the only team of an author, or says which there are', async () => {
    const target = fresh();
    portal.catalog.set(
      person('one', [team('ads')]),
      person('two', [team('ads'), team('payments')]),
      person('none'),
    );
    const by = (name: string) =>
      ask(target, { author: user(name), team: undefined });
    const result = await portal.import([by('one'), by('two'), by('none')]);
    expect(result.imported).toBe(1);
    expect(result.failed).toEqual([
      {
        line: 2,
        message: `team: is missing, and ${user(
          'two',
        )} belongs to 2 teams; say for which one they ask: ${team(
          'ads',
        )}, ${team('payments')}`,
      },
      {
        line: 3,
        message: `team: is missing, and ${user(
          'none',
        )} belongs to no team in the catalog; say for which team they ask`,
      },
    ]);
    const { teams } = await portal.demand('sam', target);
    expect(teams.map((each: any) => each.team)).toEqual([team('ads')]);
  });

  it('shows counts without authors, and never scores them', async () => {
    const target = fresh();
    const votes = (count: number, at: string, more: object = {}) => ({
      ...{ type: 'count', target, source: 'Forum', count, at, ...more },
    });
    const result = await portal.import([
      votes(41, '2026-02-01T00:00:00Z'),
      votes(12, '2026-01-01T00:00:00Z'),
      votes(3, '2026-01-01T00:00:00Z', { team: team('ads') }),
      votes(40, '2026-02-01T00:00:00Z'),
      votes(-1, '2026-02-01T00:00:00Z'),
    ]);
    expect(result).toMatchObject({ imported: 3, unchanged: 1 });
    expect(result.failed.map(({ line }) => line)).toEqual([5]);
    const now = await portal.demand('sam', target);
    expect(now).toMatchObject({ score: 0, level: 'none' });
    expect(now.elsewhere).toEqual([
      {
        source: 'Forum',
        team: null,
        count: 41,
        at: '2026-02-01T00:00:00.000Z',
      },
      {
        source: 'Forum',
        team: team('ads'),
        count: 3,
        at: '2026-01-01T00:00:00.000Z',
      },
    ]);
    const past = await portal.demand('sam', target, '2026-01-15');
    expect(past.elsewhere.map((each: any) => each.count)).toEqual([12, 3]);
    expect((await portal.demand('sam', target, '2025-12-31')).elsewhere).toBe(
      undefined,
    );
  });

  it('is only for those with the permission', async () => {
    const denied = await startPortal({
      knex: await databases.init(databaseId),
      denied: [pilotAdminPermission.name],
    });
    started.push(denied);
    for (const caller of [denied.as('dana'), denied.asService()]) {
      expect((await caller.get('/export')).status).toBe(403);
      const imported = await caller
        .post('/import')
        .type('application/x-ndjson')
        .send(JSON.stringify(ask('api:default/orders')));
      expect(imported.status).toBe(403);
    }
    expect(await denied.knex('interest')).toEqual([]);
    const ends = denied.audits.map(({ eventId, end }) => [eventId, end]);
    expect(ends).toEqual([
      ['interest-export', 'NotAllowedError'],
      ['interest-import', 'NotAllowedError'],
      ['interest-export', 'NotAllowedError'],
      ['interest-import', 'NotAllowedError'],
    ]);
  });
});
