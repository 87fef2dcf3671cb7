import { createHash } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { mirroredFacts } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import {
  api,
  component,
  group,
  pilot,
  user,
} from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const changeOf = (entity: Entity) => ({
  ref: stringifyEntityRef(entity),
  digest: createHash('sha256')
    .update(mirroredFacts(entity))
    .digest('base64url'),
});

describe.each(databases.eachSupportedId())(
  'what the catalog processed, on %s',
  databaseId => {
    let portal: TestPortal;
    beforeAll(async () => {
      portal = await startPortal({ knex: await databases.init(databaseId) });
    });
    afterAll(() => portal?.backend.stop());

    const post = (changes: object[]) =>
      portal
        .asService('plugin:catalog')
        .post('/internal/changes')
        .send({ changes });
    /** Tells of entities as the catalog serves them, or as it processed others. */
    const tell = async (...entities: Entity[]): Promise<string[]> => {
      const { body } = await post(entities.map(changeOf)).expect(200);
      return body.later;
    };
    const stored = (ref: string) =>
      portal.knex('target').where({ ref }).first();
    const listed = async (ref: string) => {
      const { body } = await portal.as('ana').get('/pilots').expect(200);
      return body.items.find((each: any) => each.target === ref);
    };

    it('shows a new Pilot with its readiness, capability and division', async () => {
      const part = component('engine', { pilots: ['pilot:default/new'] });
      const fresh = pilot('new', {
        owner: 'group:default/data',
        parts: ['component:default/engine'],
      });
      fresh.spec = { ...fresh.spec, capability: 'streams' };
      const twin = pilot('twin', { owner: 'group:default/ads' });
      twin.spec = { ...twin.spec, capability: 'streams' };
      portal.catalog.set(
        ...[fresh, part, twin],
        group('data', 'team', { childOf: ['group:default/commerce'] }),
      );
      expect(await listed('pilot:default/new')).toBeUndefined();
      const signals = portal.signals.length;

      expect(await tell(fresh, twin)).toEqual([]);
      expect(await listed('pilot:default/new')).toMatchObject({
        title: 'The new',
        owner: 'group:default/data',
        division: 'group:default/commerce',
        readiness: { score: expect.any(Number) },
      });
      // What it is implemented by counts for it at once, if that consents.
      expect(await stored('component:default/engine')).toMatchObject({
        owner: 'group:default/data',
      });
      const { body } = await portal.as('ana').get('/fragmentation').expect(200);
      expect(
        body.groups.flatMap((each: any) =>
          each.members.map(({ target }: any) => target),
        ),
      ).toEqual(
        expect.arrayContaining(['pilot:default/new', 'pilot:default/twin']),
      );
      // Open pages look again.
      expect(portal.signals.length).toBeGreaterThan(signals);
    });

    it('wants to be told again of what is not served yet, or as it was', async () => {
      const late = pilot('late');
      expect(await tell(late)).toEqual(['pilot:default/late']);
      expect(await stored('pilot:default/late')).toBeUndefined();
      portal.catalog.set(late);
      expect(await tell(late)).toEqual([]);

      const moved = pilot('late', { owner: 'group:default/data' });
      moved.spec = { ...moved.spec, owner: 'data' };
      expect(await tell(moved)).toEqual(['pilot:default/late']);
      portal.catalog.set(moved);
      expect(await tell(moved)).toEqual([]);
      expect((await stored('pilot:default/late')).owner).toBe(
        'group:default/data',
      );
    });

    it('takes over title, owner, System and consent of a known target', async () => {
      await portal.record('ana', 'api:default/orders', {
        team: 'group:default/payments',
      });
      const changed = api('orders', {
        owner: 'group:default/data',
        names: 'delta-sharing',
      });
      changed.metadata.title = 'Orders, anew';
      changed.relations!.push({
        type: 'partOf',
        targetRef: 'system:default/shop',
      });
      portal.catalog.set(changed);
      expect(await tell(changed)).toEqual([]);
      expect(await stored('api:default/orders')).toMatchObject({
        title: 'Orders, anew',
        owner: 'group:default/data',
        system: 'system:default/shop',
        named_pilots: '["pilot:default/delta-sharing"]',
      });
    });

    it('leaves no trace of what nobody asks for', async () => {
      const other = component('quiet');
      portal.catalog.set(other);
      expect(await tell(other)).toEqual([]);
      expect(await stored('component:default/quiet')).toBeUndefined();
    });

    it('takes imported lines whose team, author and target appear', async () => {
      const team = group('late-team');
      const author = user('late-author', ['group:default/late-team']);
      const target = api('late-api');
      portal.catalog.remove(...[team, author, target].map(stringifyEntityRef));
      await portal.import([
        {
          type: 'interest',
          target: 'api:default/late-api',
          team: 'group:default/late-team',
          author: 'user:default/late-author',
          createdAt: '2026-01-05T10:00:00Z',
        },
      ]);
      expect((await stored('api:default/late-api')).gone_at).not.toBeNull();
      portal.catalog.set(team, author, target);
      await tell(team, author, target);
      expect((await stored('api:default/late-api')).gone_at).toBeNull();
      const { counts } = await portal.demand('ana', 'api:default/late-api');
      expect(counts).toMatchObject({ interests: 1, teams: 1 });
    });

    it('projects a team again that comes back', async () => {
      const ads = group('ads');
      await portal.record('cleo', 'api:default/orders', {
        team: 'group:default/ads',
      });
      portal.catalog.remove('group:default/ads');
      await portal.sync();
      await portal.sync();
      const teams = async () => {
        const { body } = await portal
          .asService('plugin:catalog')
          .get('/internal/projection');
        return body.changes.find(
          (each: any) => each.target === 'api:default/orders',
        ).teams;
      };
      expect(await teams()).not.toContain('group:default/ads');
      portal.catalog.set(ads);
      await tell(ads);
      expect(await teams()).toContain('group:default/ads');
    });

    it('changes nothing when it is told twice, by two replicas at once', async () => {
      const twice = pilot('twice', { parts: ['api:default/orders'] });
      portal.catalog.set(twice);
      await Promise.all([tell(twice), tell(twice)]);
      await tell(twice);
      const types = (await portal.log('pilot:default/twice')).map(
        ({ type }) => type,
      );
      expect(types.sort()).toEqual([...new Set(types)].sort());
    });

    it('lets one damaged row cost the others nothing', async () => {
      const fine = pilot('fine');
      portal.catalog.set(fine, pilot('damaged'));
      await tell(pilot('damaged'));
      await portal
        .knex('target')
        .where({ ref: 'pilot:default/damaged' })
        .update({ named_pilots: 'no list' });
      await tell(pilot('damaged'), fine);
      expect(await listed('pilot:default/fine')).toBeDefined();
    });

    it('is heard of the catalog alone, in batches of 500', async () => {
      const change = { ref: 'pilot:default/new', digest: 'x' };
      const { status } = await portal
        .asService('plugin:search')
        .post('/internal/changes')
        .send({ changes: [change] });
      expect(status).toBe(403);
      await post(Array(501).fill(change)).expect(400);
      await post([]).expect(400);
      await post([{ ref: '🚀', digest: 'x' }]).expect(200, { later: ['🚀'] });
    });
  },
);
