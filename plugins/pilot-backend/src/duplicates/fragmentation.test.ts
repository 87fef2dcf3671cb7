import { TestDatabaseId } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  pilotAdminPermission,
  pilotInterestReadPermission,
  RecordInterest,
} from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const payments = 'group:default/payments';
const checkout = 'group:default/checkout';
const ads = 'group:default/ads';
const data = 'group:default/data';
const lake = 'pilot:default/lake';
const drop = 'pilot:default/drop';
const desk = 'pilot:default/desk';
const extracts = 'api:default/extracts';

/** An entity with what it says of itself. */
function described(
  entity: Entity,
  says: { description?: string; problem?: string; capability?: string },
): Entity {
  const { description, ...spec } = says;
  return {
    ...entity,
    metadata: { ...entity.metadata, description },
    spec: { ...entity.spec, ...spec },
  };
}

const world = [
  described(pilot('lake'), { capability: 'data-sharing' }),
  described(pilot('drop', { owner: data }), { capability: 'data-sharing' }),
  described(pilot('desk'), {
    problem: 'Sales extracts reach partners by mail, days late',
  }),
  described(api('extracts', { owner: data }), {
    description: 'Partners fetch their sales extracts without mail',
  }),
  // Whether one is a Pilot or not, nobody asked for this one.
  described(component('unasked'), { capability: 'data-sharing' }),
];

const portals: TestPortal[] = [];
afterEach(async () => {
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

type Options = Omit<Parameters<typeof startPortal>[0], 'knex'>;

/** A portal with approvers, of whom ben is one, and without an administrator. */
async function startOn(
  databaseId: TestDatabaseId,
  options: Options = {},
): Promise<TestPortal> {
  const knex = await databases.init(databaseId);
  const portal = await startPortal({
    knex,
    config: { pilot: { decisions: { approvers: [checkout] } } },
    decide: permission =>
      permission === pilotAdminPermission.name
        ? { result: AuthorizeResult.DENY }
        : undefined,
    ...options,
  });
  portals.push(portal);
  portal.catalog.set(...world);
  return portal;
}

const groupsFor = async (portal: TestPortal, person: string, query = '') => {
  const { body } = await portal
    .as(person)
    .get(`/fragmentation${query}`)
    .expect(200);
  return body.groups as Array<Record<string, any>>;
};
const membersOf = (groups: Array<Record<string, any>>) =>
  groups.map(({ members }) => members.map(({ target }: any) => target).sort());

const dismiss = (portal: TestPortal, person: string, key: string) =>
  portal
    .as(person)
    .post('/fragmentation/dismissals')
    .send({ key, reason: 'One is for auditors' });

const buildOwn: RecordInterest = {
  team: payments,
  otherwise: 'build-own',
  urgency: 'critical',
};

describe.each(databases.eachSupportedId())(
  'fragmentation on %s',
  databaseId => {
    const start = (options?: Options) => startOn(databaseId, options);

    it('is nothing that nobody asked for, but Pilots', async () => {
      const portal = await start();
      expect(membersOf(await groupsFor(portal, 'sam'))).toEqual([[drop, lake]]);
    });

    it('is Pilots and what is asked for with one capability or the same words', async () => {
      const portal = await start();
      await portal.record('ana', extracts, { team: payments });
      await portal.record('cleo', extracts, { team: ads });
      await portal.record('cleo', drop, { team: ads, urgency: 'critical' });

      const groups = await groupsFor(portal, 'sam');
      // The most teams first.
      expect(membersOf(groups)).toEqual([
        [extracts, desk].sort(),
        [drop, lake],
      ]);
      const [alike, same] = groups;
      expect(alike).toMatchObject({ teams: 2, dismissed: null, otherwise: [] });
      expect(alike.reasons).toEqual([
        { code: 'words', words: expect.arrayContaining(['extracts']) },
      ]);
      expect(same).toMatchObject({
        teams: 1,
        reasons: [{ code: 'capability', capability: 'data-sharing' }],
      });
      // One critical ask without details: 100·(1/6)^0.3·(1/4)^0.4·0.1^0.3
      expect(same.members).toEqual([
        {
          target: drop,
          title: 'The drop',
          kind: 'pilot',
          owner: data,
          phase: 'demand',
          score: expect.closeTo(
            100 * (1 / 6) ** 0.3 * (1 / 4) ** 0.4 * 0.1 ** 0.3,
            3,
          ),
          level: 'faint',
          teams: 1,
        },
        expect.objectContaining({
          target: lake,
          owner: 'group:default/partner-tech',
          phase: 'pilot',
          score: 0,
          level: 'none',
          teams: 0,
        }),
      ]);
      expect(
        membersOf(await groupsFor(portal, 'sam', `?target=${desk}`)),
      ).toEqual([[extracts, desk].sort()]);
    });

    it('is teams that build or buy their own', async () => {
      const portal = await start();
      const orders = 'api:default/orders';
      const { interest } = await portal.record('ana', drop, buildOwn);
      await portal.record('cleo', orders, { team: ads, otherwise: 'buy' });
      await portal.record('ben', orders, { team: checkout, otherwise: 'wait' });
      // The owner's own plan is no demand.
      await portal.record('dana', lake, {
        team: 'group:default/partner-tech',
        otherwise: 'built-own',
      });
      const groups = await groupsFor(portal, 'sam');
      expect(membersOf(groups)).toEqual([[orders], [drop, lake]]);
      expect(groups[0]).toMatchObject({
        reasons: [],
        teams: 2,
        otherwise: [{ code: 'buy', team: ads, target: orders }],
        can: { merge: 'oneMember' },
      });
      expect(groups[1].otherwise).toEqual([
        {
          code: 'build-own',
          team: payments,
          target: drop,
          interest: interest.id,
          at: interest.confirmedAt,
        },
      ]);
      await portal.as('ana').delete(`/interests/${interest.id}`);
      expect((await groupsFor(portal, 'sam'))[1].otherwise).toEqual([]);
    });

    it('counts a team once, whatever it asks for, and through the parts of a Pilot', async () => {
      const portal = await start();
      portal.catalog.set(
        described(pilot('drop', { owner: data, parts: [extracts] }), {
          capability: 'data-sharing',
        }),
        api('extracts', { owner: data, pilots: [drop] }),
      );
      await portal.record('ana', drop, { team: payments });
      await portal.record('ana', lake, { team: payments });
      await portal.record('cleo', extracts, { team: ads });
      const [group] = await groupsFor(portal, 'sam');
      expect(group.teams).toBe(2);
    });

    it('shows nothing of what somebody cannot see', async () => {
      const portal = await start({ conditional: true });
      portal.catalog.set(
        described(pilot('third'), { capability: 'data-sharing' }),
      );
      await portal.record('ana', drop, buildOwn);
      await portal.record('cleo', lake, { team: ads });
      const all = await groupsFor(portal, 'ana');
      expect(membersOf(all)).toEqual([[drop, lake, 'pilot:default/third']]);
      const hide = (...refs: string[]) =>
        portal.catalog.hidden.set('user:default/sam', refs);

      hide(lake);
      const [less] = await groupsFor(portal, 'sam');
      expect(less).toMatchObject({ teams: 1 });
      // A name that others gave would change with what is hidden.
      expect(less.key).not.toBe(all[0].key);
      expect(membersOf([less])).toEqual([[drop, 'pilot:default/third']]);
      expect(JSON.stringify(less)).not.toMatch(/default\/(lake|ads)/);

      // Of what is alike with hidden ones alone, only the plan is left.
      hide(lake, 'pilot:default/third');
      const alone = await groupsFor(portal, 'sam');
      expect(membersOf(alone)).toEqual([[drop]]);
      expect(alone[0]).toMatchObject({ reasons: [], teams: 1 });
      expect(alone[0].key).not.toBe(all[0].key);
      expect(JSON.stringify(alone)).not.toMatch(/sharing|third/);

      hide(lake, 'pilot:default/third', drop);
      expect(await groupsFor(portal, 'sam')).toEqual([]);
      const hidden = await portal
        .as('sam')
        .get(`/fragmentation?target=${drop}`);
      expect(hidden.status).toBe(404);
      // It cannot be dismissed either, not even by who knows its name.
      expect((await dismiss(portal, 'sam', all[0].key)).status).toBe(404);
    });

    it('tells only of plans that the viewer may read', async () => {
      const portal = await start({
        decide: (permission, person) => {
          if (permission === pilotAdminPermission.name) {
            return { result: AuthorizeResult.DENY };
          }
          return permission === pilotInterestReadPermission.name &&
            person === 'sam'
            ? {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'pilot',
                resourceType: 'pilot-interest',
                conditions: {
                  rule: 'IS_INTEREST_TEAM_MEMBER',
                  resourceType: 'pilot-interest',
                  params: { teamRefs: [ads] },
                },
              }
            : undefined;
        },
      });
      await portal.record('ana', drop, buildOwn);
      await portal.record('cleo', drop, { team: ads, otherwise: 'buy' });
      const teams = async (person: string) =>
        (await groupsFor(portal, person))[0].otherwise.map((o: any) => o.team);
      expect((await teams('dana')).sort()).toEqual([ads, payments]);
      expect(await teams('sam')).toEqual([ads]);
    });

    it('needs the permission to read', async () => {
      const portal = await start({
        denied: [pilotInterestReadPermission.name],
      });
      const answers = [
        await portal.as('ana').get('/fragmentation'),
        await dismiss(portal, 'ana', 'abcdef0123'),
        await portal.as('ana').delete('/fragmentation/dismissals/none'),
        await portal.asService().get('/fragmentation'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    });

    it('is dismissed by owners and approvers, and shown again', async () => {
      const portal = await start();
      const [{ key, can }] = await groupsFor(portal, 'sam');
      expect(can).toEqual({ dismiss: 'notOwner', merge: 'notApprover' });
      const [{ can: owners }] = await groupsFor(portal, 'dana');
      expect(owners).toEqual({ dismiss: true, merge: 'notApprover' });
      const [{ can: approvers }] = await groupsFor(portal, 'ben');
      expect(approvers).toEqual({ dismiss: true, merge: true });

      expect((await dismiss(portal, 'sam', key)).status).toBe(403);
      expect((await dismiss(portal, 'dana', 'abcdef0123')).status).toBe(404);
      const { body } = await dismiss(portal, 'dana', key).expect(200);
      expect(await groupsFor(portal, 'sam')).toEqual([]);
      const [dismissed] = await groupsFor(portal, 'sam', '?dismissed=true');
      expect(dismissed).toMatchObject({
        key,
        dismissed: {
          id: body.id,
          by: 'user:default/dana',
          reason: 'One is for auditors',
        },
      });
      // Said again, also by others, it stays what it was.
      const again = [
        await dismiss(portal, 'dana', key),
        await dismiss(portal, 'ben', key),
      ];
      expect(again.map(each => [each.status, each.body])).toEqual([
        [200, body],
        [200, body],
      ]);

      const restore = (person: string, id = body.id) =>
        portal.as(person).delete(`/fragmentation/dismissals/${id}`);
      expect((await restore('dana', 'none')).status).toBe(404);
      expect((await restore('sam')).status).toBe(403);
      expect((await restore('ben')).status).toBe(204);
      expect((await restore('dana')).status).toBe(204);
      expect(membersOf(await groupsFor(portal, 'sam'))).toEqual([[drop, lake]]);
      const rows = await portal.knex('dismissal');
      expect(rows).toEqual([
        expect.objectContaining({
          by: 'user:default/dana',
          revoked_by: 'user:default/ben',
        }),
      ]);
      const second = await dismiss(portal, 'ben', key).expect(200);
      expect(second.body.id).not.toBe(body.id);
      const ends = (eventId: string) =>
        portal.audits
          .filter(each => each.eventId === eventId)
          .map(({ end }) => end);
      expect(ends('fragmentation-dismiss')).toEqual([
        'NotAllowedError',
        'NotFoundError',
        ...Array(4).fill('success'),
      ]);
      expect(ends('fragmentation-restore')).toEqual([
        'NotFoundError',
        'NotAllowedError',
        'success',
        'success',
      ]);
    });

    it('is dismissed once by several at the same time, and holds for what is in it', async () => {
      const portal = await start();
      const [{ key }] = await groupsFor(portal, 'dana');
      const answers = await Promise.all(
        ['dana', 'ben', 'dana', 'ben'].map(person =>
          dismiss(portal, person, key),
        ),
      );
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(await portal.knex('dismissal')).toHaveLength(1);

      // One more that is alike is another question.
      await portal.record('ana', 'component:default/unasked', {
        team: payments,
      });
      const groups = await groupsFor(portal, 'sam');
      expect(membersOf(groups)).toEqual([
        ['component:default/unasked', drop, lake],
      ]);
      expect(groups[0].key).not.toBe(key);
    });

    it('names nobody in privacy mode but oneself', async () => {
      const portal = await start({
        config: {
          pilot: {
            privacy: { showAuthors: false },
            decisions: { approvers: [] },
          },
        },
      });
      const [{ key, can }] = await groupsFor(portal, 'dana');
      expect(can).toEqual({ dismiss: true, merge: 'noApprovers' });
      await dismiss(portal, 'dana', key).expect(200);
      const by = async (person: string) =>
        (await groupsFor(portal, person, '?dismissed=true'))[0].dismissed.by;
      expect([await by('dana'), await by('sam')]).toEqual([
        'user:default/dana',
        null,
      ]);
    });

    it('ends with a merge', async () => {
      const portal = await start();
      await portal.record('ana', drop, buildOwn);
      await portal
        .as('ben')
        .post('/merges')
        .send({ from: drop, into: lake, reason: 'The same' })
        .expect(200);
      const groups = await groupsFor(portal, 'sam');
      expect(membersOf(groups)).toEqual([[lake]]);
      expect(groups[0].otherwise).toMatchObject([
        { code: 'build-own', team: payments, target: lake },
      ]);
    });
  },
);
