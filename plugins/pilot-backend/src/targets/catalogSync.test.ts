import { mockServices } from '@backstage/backend-test-utils';
import { databases } from '../__testUtils__/databases';
import { api, component, group, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { saveDemandOf } from '../demand/saveDemandOf';
import { CatalogMirror } from './CatalogMirror';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

jest.setTimeout(300_000);

const team = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;
describe.each(databases.eachSupportedId())(
  'following the catalog on %s',
  databaseId => {
    let portal: TestPortal;
    beforeAll(async () => {
      portal = await startPortal({ knex: await databases.init(databaseId) });
    });
    afterAll(() => portal?.backend.stop());

    const stored = (ref: string) =>
      portal.knex('target').where({ ref }).first();
    const types = async (ref: string) =>
      (await portal.log(ref)).map(({ type }) => type);
    const levelFed = async (ref: string) => {
      const { body } = await portal
        .asService('plugin:catalog')
        .get('/internal/projection');
      const row = body.changes.find((each: any) => each.target === ref);
      return row && [row.phase, row.level];
    };

    it('changes nothing while the catalog stays the same', async () => {
      portal.catalog.set(
        pilot('still', {
          // Refs that languages order in another way than code units.
          parts: ['b-c', 'b_c', 'b.c', 'bc'].map(
            name => `component:default/${name}`,
          ),
        }),
      );
      await portal.record('ana', 'api:default/orders', {
        team: team('payments'),
      });
      // Twice, as the parts are no entities and count as gone from then on.
      await portal.sync();
      await portal.sync();
      const all = async () => [
        await portal.knex('interest_log').orderBy('seq'),
        await portal.knex('target').orderBy('id'),
      ];
      const before = await all();
      await portal.sync();
      await portal.demand('ana', 'pilot:default/still');
      expect(await all()).toEqual(before);
    });

    it('lines up at the feed once, and not where no team came or went', async () => {
      const target = 'api:default/lined-up';
      portal.catalog.set(api('lined-up'));
      await portal.record('ana', target, { team: team('payments') });
      await portal.record('cleo', target, { team: team('ads') });
      await portal.sync();
      let locks = 0;
      const count = ({ sql }: { sql: string }) => {
        locks += Number(/^update .feed_counter. set .id. =/.test(sql));
      };
      const locksOfLook = async () => {
        locks = 0;
        portal.knex.on('query', count);
        await portal.sync();
        portal.knex.removeListener('query', count);
        return locks;
      };
      expect(await locksOfLook()).toBe(0);
      portal.catalog.remove(team('ads'));
      expect(await locksOfLook()).toBe(1);
      portal.catalog.set(group('ads'));
      expect(await locksOfLook()).toBe(1);
      expect(await portal.knex('team')).toEqual([]);
    });

    it('leaves alone what came back after it was looked for', async () => {
      const ref = 'api:default/back';
      portal.catalog.set(api('back'));
      await portal.record('ana', ref, { team: team('payments') });
      const mirror = new CatalogMirror({
        ...{ knex: portal.knex, catalog: portal.catalog.service() },
        ...{ auth: mockServices.auth(), allowDeclaredPhases: false },
        onTargetChanged: saveDemandOf,
      });
      const { last_at: lastAt } = await stored(ref);
      await mirror.observeGone(ref, new Date(Number(lastAt) - 1));
      expect((await stored(ref)).gone_at).toBeNull();
      await mirror.observeGone(ref, new Date(Number(lastAt)));
      expect((await stored(ref)).gone_at).not.toBeNull();
    });

    it('makes interest internal when its team becomes the owner, and keeps the past', async () => {
      const target = 'api:default/moving';
      portal.catalog.set(api('moving', { owner: team('data') }));
      const created = '2026-01-05T10:00:00Z';
      await portal.import([
        {
          type: 'interest',
          target,
          author: user('ana'),
          team: team('payments'),
          createdAt: created,
        },
        {
          type: 'interest',
          target,
          author: user('cleo'),
          team: team('ads'),
          createdAt: created,
        },
      ]);
      const before = await portal.demand('sam', target);
      expect(before.counts).toMatchObject({ interests: 2, internal: 0 });

      portal.catalog.set(api('moving', { owner: team('payments') }));
      await portal.sync(new Date(Date.parse(before.asOf) + 5));
      expect((await stored(target)).owner).toBe(team('payments'));
      const after = await portal.demand('sam', target);
      expect(after.counts).toMatchObject({ interests: 1, internal: 1 });
      const { body } = await portal
        .as('ana')
        .get(`/interests?target=${target}`);
      const internal = Object.fromEntries(
        body.items.map((each: any) => [each.team, each.internal]),
      );
      expect(internal).toEqual({
        [team('payments')]: true,
        [team('ads')]: false,
      });

      const past = await portal.demand('sam', target, before.asOf);
      expect(past.counts).toEqual(before.counts);
      expect(past.score).toBe(before.score);
    });

    it('follows what a Pilot is implemented by, with its past', async () => {
      const target = 'pilot:default/growing';
      const part = 'component:default/grown';
      portal.catalog.set(pilot('growing'), component('grown'));
      await portal.record('ana', part, { team: team('payments') });
      const before = await portal.demand('sam', target);
      expect(before).toMatchObject({ level: 'none', rollUp: [] });
      expect((await stored(target)).phase).toBe('pilot');

      portal.catalog.set(
        pilot('growing', { parts: [part] }),
        component('grown', { pilots: [target] }),
      );
      await portal.sync(new Date(Date.parse(before.asOf) + 5));
      expect(await portal.demand('sam', target)).toMatchObject({
        level: 'faint',
        rollUp: [{ target: part, interests: 1 }],
      });
      expect(await levelFed(target)).toEqual(['demand', 'faint']);
      expect(await portal.demand('sam', target, before.asOf)).toMatchObject({
        level: 'none',
        rollUp: [],
      });

      portal.catalog.set(pilot('growing'), component('grown'));
      await portal.sync();
      expect(await portal.demand('sam', target)).toMatchObject({
        level: 'none',
      });
      expect(await levelFed(target)).toEqual(['pilot', 'none']);
    });

    it('keeps interest in what is gone, and goes on when it returns', async () => {
      const target = 'api:default/leaving';
      portal.catalog.set(api('leaving'));
      await portal.record('ana', target, { team: team('payments') });
      portal.catalog.remove(target);
      await portal.sync(new Date('2026-11-01T00:00:00Z'));
      expect((await stored(target)).gone_at).not.toBeNull();
      expect(
        (await portal.as('ana').get('/demand/api/default/leaving')).status,
      ).toBe(404);
      portal.catalog.set(api('leaving'));
      await portal.sync();
      expect((await stored(target)).gone_at).toBeNull();
      expect(await types(target)).toEqual([
        'owner',
        'recorded',
        'gone',
        'returned',
      ]);
      const demand = await portal.demand('sam', target);
      expect(demand.counts.interests).toBe(1);
      // Never in an order that its log does not have.
      const times = (await portal.log(target)).map(({ at }) => Number(at));
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });

    it('takes for gone at once what is missing, and a team like an entity', async () => {
      const target = 'api:default/removed';
      const ads = team('ads');
      portal.catalog.set(api('removed'));
      await portal.record('cleo', target, { team: ads });
      portal.catalog.remove(target, ads);
      await portal.sync();
      expect((await stored(target)).gone_at).not.toBeNull();
      const [row] = await portal.knex('team').where({ ref: ads });
      expect(row.gone_at).not.toBeNull();
      portal.catalog.set(api('removed'), group('ads'));
      await portal.sync();
      expect((await stored(target)).gone_at).toBeNull();
      expect(await portal.knex('team').where({ ref: ads })).toEqual([]);
    });

    it('waits for a second look where most is missing, as in a catalog that is being rebuilt', async () => {
      const target = 'api:default/flickering';
      const ads = team('ads');
      portal.catalog.set(api('flickering'));
      await portal.record('cleo', target, { team: ads });
      const rows: Array<{ ref: string }> = await portal
        .knex('target')
        .whereNull('gone_at')
        .select('ref');
      const more = [...Array(rows.length + 20).keys()].map(
        index => `flickering-${index}`,
      );
      const teams = more.map(team);
      portal.catalog.set(
        ...more.map(name => api(name)),
        ...more.map(name => group(name)),
      );
      await portal.importAll(
        more.map(name => ({
          type: 'interest',
          target: `api:default/${name}`,
          author: user(name),
          team: team(name),
          createdAt: '2026-01-05T10:00:00Z',
        })),
      );
      await portal.sync();
      for (let turn = 0; turn < 2; turn++) {
        portal.catalog.remove(
          ...[target, ads, ...teams],
          ...more.map(name => `api:default/${name}`),
        );
        await portal.sync();
        expect(await stored(target)).toMatchObject({
          missing_since: expect.anything(),
          gone_at: null,
        });
        const [row] = await portal.knex('team').where({ ref: ads });
        expect(row).toMatchObject({ gone_at: null });
        portal.catalog.set(
          ...[api('flickering'), group('ads')],
          ...[...more.map(name => api(name)), ...more.map(name => group(name))],
        );
        await portal.sync();
        expect(await stored(target)).toMatchObject({
          missing_since: null,
          gone_at: null,
        });
      }
      expect(await types(target)).toEqual(['owner', 'recorded']);
      expect(await portal.knex('team').where({ ref: ads })).toEqual([]);
    });

    it('takes over a declared phase at first sight only', async () => {
      const target = 'pilot:default/declared';
      portal.catalog.set(pilot('declared', { phase: 'platform' }));
      await portal.sync();
      expect(await levelFed(target)).toEqual(['platform', 'none']);
      const [phase] = (await portal.log(target)).filter(
        ({ type }) => type === 'phase',
      );
      expect(phase.actor).toBe('plugin:catalog');
      expect(JSON.parse(phase.payload)).toEqual({
        phase: 'platform',
        declared: true,
      });
      portal.catalog.set(pilot('declared', { phase: 'retired' }));
      await portal.record('ana', target, { team: team('payments') });
      await portal.sync();
      expect(await levelFed(target)).toEqual(['platform', 'faint']);
      expect(await types(target)).toEqual([
        'owner',
        'implementedBy',
        'phase',
        'recorded',
      ]);
    });

    it.each(['pilot', 'demand', 'no-such-phase'])(
      'derives the phase where %s is declared',
      async phase => {
        const target = `pilot:default/says-${phase}`;
        portal.catalog.set(pilot(`says-${phase}`, { phase }));
        await portal.sync();
        expect(await levelFed(target)).toEqual(['pilot', 'none']);
        expect(await types(target)).not.toContain('phase');
      },
    );

    it('refuses declared phases where the operator says so', async () => {
      const target = 'pilot:default/hasty';
      portal.catalog.set(pilot('hasty', { phase: 'build-out' }));
      await portal.sync(new Date(), false);
      expect(await levelFed(target)).toEqual(['pilot', 'none']);
    });

    it('moves between pilot and demand with the interest of others', async () => {
      const target = 'pilot:default/wanted';
      portal.catalog.set(pilot('wanted', { owner: team('data') }));
      const phase = async () => (await levelFed(target))?.[0];
      const own = await portal.record('eve.data', target, {
        team: team('data'),
      });
      expect(await phase()).toBe('pilot');
      const { interest } = await portal.record('ana', target, {
        team: team('payments'),
      });
      expect(await phase()).toBe('demand');
      // An undo leaves no phase behind.
      await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
      expect(await phase()).toBe('pilot');
      await portal.record('ana', target, { team: team('payments') });
      expect(await phase()).toBe('demand');
      // Under a new owner it is the former one who is another team.
      portal.catalog.set(pilot('wanted', { owner: team('payments') }));
      await portal.sync();
      expect(await phase()).toBe('demand');
      await portal.as('eve.data').delete(`/interests/${own.interest.id}`);
      expect(await phase()).toBe('pilot');
    });

    it('lets the level follow time', async () => {
      const target = 'pilot:default/fading';
      portal.catalog.set(pilot('fading'), group('a'), group('b'), group('c'));
      for (const name of ['a', 'b', 'c']) {
        await portal.record(`p.${name}`, target, {
          team: team(name),
          urgency: 'critical',
          useCase: 'Weekly sales extracts for forty partners, without files.',
        });
      }
      // N = T = 3, M = 1.2: 100 · 0.375^0.3 · 0.5^0.4 · 0.4375^0.3 = 44.1
      expect(await levelFed(target)).toEqual(['demand', 'strong']);
      const { sequence } = (
        await portal.asService('plugin:catalog').get('/internal/projection')
      ).body;
      await portal.sweep(new Date(Date.now() + dayMs));
      const same = await portal
        .asService('plugin:catalog')
        .get(`/internal/projection?since=${sequence}`);
      expect(
        same.body.changes.filter((each: any) => each.target === target),
      ).toEqual([]);
      // Three half-lives later N, T and M are an eighth: 10.8
      await portal.sweep(new Date(Date.now() + 360 * dayMs));
      expect(await levelFed(target)).toEqual(['demand', 'faint']);
    });

    it('knows the group above an owner', async () => {
      const above = group('data');
      portal.catalog.set(
        {
          ...above,
          relations: [{ type: 'childOf', targetRef: team('division-one') }],
        },
        api('divided', { owner: team('data') }),
      );
      await portal.record('ana', 'api:default/divided', {
        team: team('payments'),
      });
      await portal.sync();
      expect((await stored('api:default/divided')).division).toBe(
        team('division-one'),
      );
      // A new owner counts in the same look.
      portal.catalog.set(
        {
          ...group('search'),
          relations: [{ type: 'childOf', targetRef: team('division-two') }],
        },
        api('divided', { owner: team('search') }),
      );
      await portal.sync();
      expect((await stored('api:default/divided')).division).toBe(
        team('division-two'),
      );
    });

    it('stores titles of any length, and owners that are none', async () => {
      const target = 'api:default/titled';
      const entity = api('titled');
      portal.catalog.set({
        ...entity,
        metadata: { ...entity.metadata, title: 'T'.repeat(3000) },
        spec: { type: 't'.repeat(300) },
        relations: [],
      });
      await portal.record('ana', target, { team: team('payments') });
      expect(await stored(target)).toMatchObject({
        title: 'T'.repeat(3000),
        type: 't'.repeat(300),
        owner: null,
      });
    });
  },
);
