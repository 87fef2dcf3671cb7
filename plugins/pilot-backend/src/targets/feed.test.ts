import { ProjectionPage } from '@pilot-to-platform/plugin-pilot-common';
import { lockTargets } from '../kernel/store/targets/lockTargets';
import { enqueueFeed } from '../kernel/store/feed/pendingChanges';
import { ProjectionFeed } from './ProjectionFeed';
import { databases } from '../__testUtils__/databases';
import { api, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const team = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;

describe.each(databases.eachSupportedId())('the feed on %s', databaseId => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init(databaseId) });
  });
  afterAll(() => portal?.backend.stop());

  const read = async (query: Record<string, string | number> = {}) => {
    const search = new URLSearchParams(
      Object.entries(query).map(([key, value]) => [key, String(value)]),
    );
    const { body } = await portal
      .asService('plugin:catalog')
      .get(`/internal/projection?${search}`)
      .expect(200);
    return body as ProjectionPage;
  };
  const acknowledge = (epoch: string, sequence: number) =>
    portal
      .asService('plugin:catalog')
      .post('/internal/projection/acknowledged')
      .send({ epoch, sequence })
      .expect(204);
  const fresh = (name: string) => {
    portal.catalog.set(api(name));
    return `api:default/${name}`;
  };

  it('tells the teams of a target, under a new number for each change', async () => {
    const target = fresh('told');
    const before = await read();
    await portal.record('ana', target, { team: team('payments') });
    const first = await read({ since: before.sequence });
    expect(first.changes).toEqual([
      {
        target,
        seq: before.sequence + 1,
        teams: [team('payments')],
        adopters: [],
      },
    ]);
    await portal.record('cleo', target, { team: team('ads') });
    const second = await read({ since: first.sequence });
    expect(second.changes).toEqual([
      {
        target,
        seq: first.sequence + 1,
        teams: [team('ads'), team('payments')],
        adopters: [],
      },
    ]);
    expect(second.sequence).toBe(first.sequence + 1);
    // A full load has each target once, at its last number.
    const full = await read();
    expect(full.changes.filter(each => each.target === target)).toEqual(
      second.changes,
    );
  });

  it('lets a reader wait until there is a change', async () => {
    const target = fresh('awaited');
    const { sequence, epoch } = await read();
    const waiting = read({ since: sequence, epoch, wait: 25 });
    await portal.record('ana', target, { team: team('payments') });
    const { changes } = await waiting;
    expect(changes.map(each => each.target)).toEqual([target]);
  });

  it('lets a reader of another feed wait for nothing', async () => {
    const { sequence } = await read();
    const page = await read({ since: sequence, epoch: 'another', wait: 25 });
    expect(page.epoch).not.toBe('another');
  });

  it('answers an empty page when nothing changes for so long', async () => {
    const { sequence, epoch } = await read();
    const page = await read({ since: sequence, epoch, wait: 1 });
    expect(page).toMatchObject({ sequence, changes: [], more: false });
  });

  it('reads nothing any more once it is stopped', async () => {
    const feed = new ProjectionFeed(portal.knex);
    const { epoch, sequence } = await read();
    const once = feed.read.bind(feed);
    let done = 0;
    const reading = jest.spyOn(feed, 'read').mockImplementation(async at => {
      const page = await once(at);
      done += 1;
      return page;
    });
    const wait = () =>
      feed.readWhenChanged(
        { since: sequence, epoch, limit: 10 },
        { milliseconds: 25_000, signal: new AbortController().signal },
      );
    const waits = wait();
    await reading.mock.results[0].value;
    const reads = wait();
    await feed.stop();
    // Who reads is waited for; who waits has what was read before.
    expect(done).toBe(2);
    for (const page of [await waits, await reads]) {
      expect(page).toMatchObject({ epoch, sequence, changes: [] });
    }
    expect(reading).toHaveBeenCalledTimes(2);
    await expect(wait()).rejects.toThrow('about to end');
    expect(reading).toHaveBeenCalledTimes(2);
  });

  it('says nothing when the teams stay the same', async () => {
    const target = fresh('same');
    await portal.record('ana', target, { team: team('payments') });
    const { sequence } = await read();
    await portal.record('ana', target, {
      team: team('payments'),
      urgency: 'critical',
    });
    const next = await read({ since: sequence });
    expect(next).toMatchObject({ changes: [], sequence, more: false });
  });

  it('leaves an empty row behind for who is withdrawn or declined', async () => {
    const target = fresh('emptied');
    const { interest } = await portal.record('ana', target, {
      team: team('payments'),
    });
    const key = { target, author: user('cleo'), team: team('ads') };
    await portal.import([
      { type: 'interest', ...key, createdAt: '2026-01-05T10:00:00Z' },
      {
        type: 'status',
        ...key,
        status: 'adopted',
        by: user('dana'),
        at: '2026-01-06T10:00:00Z',
      },
    ]);
    const row = async () =>
      (await read()).changes.find(each => each.target === target);
    expect(await row()).toMatchObject({
      teams: [team('ads'), team('payments')],
      adopters: [team('ads')],
    });
    await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
    expect(await row()).toMatchObject({
      teams: [team('ads')],
      adopters: [team('ads')],
    });
    await portal.import([
      {
        type: 'status',
        ...key,
        status: 'declined',
        by: user('dana'),
        at: '2026-01-07T10:00:00Z',
      },
    ]);
    expect(await row()).toMatchObject({ teams: [], adopters: [] });
  });

  it('carries phase and level of Pilots only', async () => {
    portal.catalog.set(
      pilot('declared', { phase: 'build-out' }),
      pilot('derived'),
    );
    await portal.sync();
    const rows = async () =>
      Object.fromEntries(
        (await read()).changes.map(each => [
          each.target,
          [each.phase, each.level],
        ]),
      );
    expect(await rows()).toMatchObject({
      'pilot:default/declared': ['build-out', 'none'],
      'pilot:default/derived': ['pilot', 'none'],
    });
    await portal.record('ana', 'pilot:default/derived', {
      team: team('payments'),
    });
    expect(await rows()).toMatchObject({
      'pilot:default/declared': ['build-out', 'none'],
      'pilot:default/derived': ['demand', 'faint'],
      'api:default/told': [undefined, undefined],
    });
  });

  it('comes in pages', async () => {
    const full = await read();
    const paged = [];
    for (let since = 0; ; ) {
      const page = await read({ since, epoch: full.epoch, limit: 2 });
      expect(page.changes.length).toBeLessThanOrEqual(2);
      paged.push(...page.changes);
      since = page.sequence;
      if (!page.more) {
        break;
      }
    }
    expect(paged).toEqual(full.changes);
    expect(full.changes.length).toBeGreaterThan(4);
    expect(full.changes.map(({ seq }) => seq)).toEqual(
      full.changes.map(({ seq }) => seq).sort((a, b) => a - b),
    );
  });

  it('begins again for a reader of another feed, or ahead of this one', async () => {
    const full = await read();
    const known = { since: full.sequence, epoch: full.epoch };
    expect((await read(known)).changes).toEqual([]);
    const foreign = { since: full.sequence, epoch: 'another' };
    expect(await read(foreign)).toEqual(full);

    // Only a restored database can be behind its own reader.
    const restored = await read({
      since: full.sequence + 1,
      epoch: full.epoch,
    });
    expect(restored.changes).toEqual(full.changes);
    expect(restored.epoch).not.toBe(full.epoch);
    expect(restored.acknowledged).toBe(0);
    expect(await read(known)).toEqual(restored);
  });

  it('remembers the highest number acknowledged, of this feed and given out', async () => {
    const { epoch, sequence } = await read();
    const told = async () => (await read()).acknowledged;
    await acknowledge(epoch, 2);
    expect(await told()).toBe(2);
    await acknowledge(epoch, 1);
    await acknowledge('another', 3);
    await acknowledge(epoch, sequence + 1);
    expect(await told()).toBe(2);
    await acknowledge(epoch, sequence);
    expect(await told()).toBe(sequence);
  });

  it('is for the catalog alone', async () => {
    const sent = { epoch: 'any', sequence: 1 };
    for (const [caller, status] of [
      [portal.asService('plugin:scaffolder'), 403],
      [portal.asService('external:script'), 403],
      [portal.as('dana'), 403],
      [portal.anonymous, 401],
    ] as const) {
      expect([
        (await caller.get('/internal/projection')).status,
        (await caller.post('/internal/projection/acknowledged').send(sent))
          .status,
      ]).toEqual([status, status]);
    }
  });

  it.each([
    ['since', 'since=-1'],
    ['since', 'since=x'],
    ['limit', 'limit=0'],
    ['limit', 'limit=2001'],
  ])('refuses a bad %s (%s)', async (field, query) => {
    const { status, body } = await portal
      .asService('plugin:catalog')
      .get(`/internal/projection?${query}`);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringMatching(new RegExp(`^${field}: `)),
    ]);
  });

  it('does not project teams that are gone, although they count', async () => {
    const target = fresh('left');
    await portal.record('ana', target, { team: team('payments') });
    await portal.record('cleo', target, { team: team('ads') });
    const teams = async () =>
      (await read()).changes.find(each => each.target === target)!.teams;
    const { sequence } = await read();

    portal.catalog.remove(team('ads'));
    await portal.sync();
    expect(await teams()).toEqual([team('payments')]);
    const changed = (await read({ since: sequence })).changes;
    expect(changed.map(each => each.target)).toContain(target);
    const demand = await portal.demand('ana', target);
    expect(demand.counts).toMatchObject({ interests: 2, teams: 2 });

    portal.catalog.set({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'ads', namespace: 'default' },
      spec: { type: 'team' },
    });
    await portal.sync();
    expect(await teams()).toEqual([team('ads'), team('payments')]);
  });

  describe('whose counter somebody changed by hand', () => {
    const counter = () => portal.knex('feed_counter');

    it.each(['reading', 'writing'])(
      'begins anew where it is lost, by %s',
      async by => {
        const target = fresh(`lost-by-${by}`);
        await portal.record('ana', target, { team: team('payments') });
        const before = await read();
        await counter().where({ id: 1 }).update({ id: 7 });
        try {
          if (by === 'writing') {
            await portal.record('cleo', target, { team: team('ads') });
          }
          const after = await read({
            ...{ since: before.sequence, epoch: before.epoch },
          });
          expect(after.epoch).not.toBe(before.epoch);
          expect(after.sequence).toBeGreaterThanOrEqual(before.sequence);
          expect(after.changes.map(each => each.target)).toContain(target);
        } finally {
          await counter().where({ id: 7 }).delete();
        }
      },
    );

    it('is named where it has no number, and repaired', async () => {
      const whole = await counter().where({ id: 1 }).first();
      // PostgreSQL takes no text for a number.
      await counter().where({ id: 1 }).update({ seq: -1 });
      const { status, body } = await portal
        .asService('plugin:catalog')
        .get('/internal/projection');
      expect([status, body.error.message]).toEqual([
        503,
        expect.stringMatching(/feed_counter\.seq .*POST \/maintenance\/feed/),
      ]);
      // Nobody's write ends for it.
      const target = fresh('written-meanwhile');
      await portal.record('ana', target, { team: team('payments') });
      await portal.asService().post('/maintenance/feed').expect(204);
      const { epoch, changes } = await read();
      expect(epoch).not.toBe(whole.epoch);
      expect(changes.map(each => each.target)).toContain(target);
    });
  });
});

// SQLite has one writer at a time: nothing commits in another order there.
const onPostgres = databases.supports('POSTGRES_18') ? describe : describe.skip;

onPostgres('commits in another order than they were made', () => {
  it('are not missed by a reader', async () => {
    const knex = await databases.init('POSTGRES_18');
    const portal = await startPortal({ knex });
    portal.catalog.set(api('slow'), api('quick'));
    const slow = 'api:default/slow';
    const since = async (position: number) => {
      const { body } = await portal
        .asService('plugin:catalog')
        .get(`/internal/projection?since=${position}`)
        .expect(200);
      return body as ProjectionPage;
    };

    // A write of another replica that takes its time to commit.
    const late = await knex.transaction();
    const { targets } = await lockTargets(late, [slow]);
    await enqueueFeed(late, [targets.get(slow)!.id]);

    await portal.record('ana', 'api:default/quick', {
      team: team('payments'),
    });
    const first = await since(0);
    expect(first.changes.map(({ target }) => target)).toEqual([
      'api:default/quick',
    ]);
    await late.commit();
    const second = await since(first.sequence);
    expect(second.changes.map(({ target }) => target)).toEqual([slow]);
    await portal.backend.stop();
  });
});
