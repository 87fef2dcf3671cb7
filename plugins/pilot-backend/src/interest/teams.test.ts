import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { pilotAdminPermission } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { group, pilot, TestCatalog } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { entityOf, teamOf } from '../__testUtils__/readyPilot';

jest.setTimeout(300_000);

const ref = (name: string) => `group:default/${name}`;
const orders = 'api:default/orders';
const lake = 'pilot:default/lake';

/** Groups of all shapes: teams, what is above and below them, circles, and none. */
function organisation(): Entity[] {
  return [
    group('squad', 'squad', { childOf: [ref('payments')] }),
    group('payments', 'Team', {
      childOf: [ref('finance')],
      parentOf: [ref('squad'), ref('desk')],
    }),
    group('desk', 'team', { childOf: [ref('payments')] }),
    group('finance', 'team', { parentOf: [ref('payments')] }),
    group('guild', 'guild'),
    group('round', 'circle', { childOf: [ref('about')] }),
    group('about', 'circle', { childOf: [ref('round')] }),
    // Its parent is not in the catalog.
    group('orphaned', 'squad', { childOf: [ref('ghost')] }),
    pilot('lake', { owner: ref('payments') }),
  ];
}

function catalogWith(entities: readonly Entity[]): TestCatalog {
  const catalog = new TestCatalog();
  catalog.remove(ref('ghost'));
  catalog.set(...entities);
  return catalog;
}

const portals: TestPortal[] = [];
afterAll(async () => {
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

async function start(
  config: object = {},
  catalog = catalogWith(organisation()),
  options: { denied?: readonly string[] } = {},
): Promise<TestPortal> {
  const portal = await startPortal({
    knex: await databases.init('SQLITE_3'),
    catalog,
    config: { pilot: config },
    ...options,
  });
  portals.push(portal);
  return portal;
}

const put = (portal: TestPortal, person: string, team: string) =>
  portal
    .as(person)
    .put('/interests/api/default/orders')
    .send({ team: ref(team) });

/** People are called after the groups that they are members of. */
describe('the teams of a person', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await start();
  });

  it.each([
    ['a team', 'a.payments', ['payments'], ['payments', 'finance']],
    [
      'several',
      'b.desk.payments',
      ['desk', 'payments'],
      ['desk', 'payments', 'finance'],
    ],
    ['none', 'nobody', [], []],
    ['a Group that is not in the catalog', 'c.ghost', [], ['ghost']],
    [
      'one that is and one that is not',
      'd.ghost.desk',
      ['desk'],
      ['ghost', 'desk', 'payments', 'finance'],
    ],
    [
      'a squad of a team',
      'e.squad',
      ['payments'],
      ['squad', 'payments', 'finance'],
    ],
    [
      'a squad and its team',
      'f.squad.payments',
      ['payments'],
      ['squad', 'payments', 'finance'],
    ],
    ['a Group of another type', 'g.guild', [], ['guild']],
    ['a circle of Groups', 'h.round', [], ['round', 'about']],
    ['a squad whose team is gone', 'i.orphaned', [], ['orphaned']],
  ])(
    'are the same for API, page and demand: %s',
    async (_, person, teams, groups) => {
      const { body } = await portal.as(person).get('/policy').expect(200);
      const { can } = await portal.demand(person, orders);
      expect([body.caller.teams, body.caller.groups, can.record]).toEqual([
        teams.map(ref),
        groups.map(ref),
        teams.length > 0 || 'noTeam',
      ]);
      const accepted: string[] = [];
      for (const { kind, metadata } of organisation()) {
        const team = kind === 'Group' ? metadata.name : 'ghost';
        const { status } = await put(portal, person, team);
        accepted.push(...(status < 300 ? [team] : []));
      }
      expect(accepted.sort()).toEqual([...teams].sort());
    },
  );

  it('say what is wrong with what is none', async () => {
    const answer = async (person: string, team: string) => {
      const { status, body } = await put(portal, person, team);
      return [status, body.error.message];
    };
    expect(await answer('c.ghost', 'ghost')).toEqual([
      400,
      'team: there is no group:default/ghost in the catalog that you can see',
    ]);
    expect(await answer('g.guild', 'guild')).toEqual([
      400,
      'team: group:default/guild is of type guild, and interest counts only for groups of type team',
    ]);
    expect(await answer('a.payments', 'finance')).toEqual([
      403,
      expect.stringMatching(/^team: you can record only for teams you belong/),
    ]);
  });
});

it('are no other for who may record on behalf of others', async () => {
  const portal = await start({}, undefined, { denied: [] });
  const answers = [];
  for (const team of ['payments', 'guild', 'ghost']) {
    const { status, body } = await put(portal, 'nobody', team);
    answers.push([status, body.interest?.onBehalf ?? body.error.message]);
  }
  expect(answers).toEqual([
    [201, true],
    [
      400,
      expect.stringMatching(/^team: group:default\/guild is of type guild/),
    ],
    [400, expect.stringMatching(/^team: there is no group:default\/ghost in /)],
  ]);
});

describe('which types are teams', () => {
  it.each([
    ['team, where the catalog has such', {}, ['team'], ['team']],
    ['all, where it has none', {}, ['squad', 'guild'], undefined],
    [
      'what the operator says, whatever its spelling',
      { teamTypes: ['Guild'] },
      ['team', 'GUILD'],
      ['guild'],
    ],
  ])('is %s', async (_, interest, types, expected) => {
    const catalog = new TestCatalog();
    catalog.remove(
      ...['payments', 'checkout', 'ads', 'partner-tech', 'data'].map(ref),
    );
    catalog.set(...types.map((type, index) => group(`g${index}`, type)));
    const portal = await start({ interest }, catalog);
    const { body } = await portal.as('sam').get('/policy').expect(200);
    expect(body.interest.teamTypes).toEqual(expected);
    for (const [index, type] of types.entries()) {
      const isTeam = !expected || expected.includes(type.toLowerCase());
      const { status } = await put(portal, `x.g${index}`, `g${index}`);
      expect([type, status < 300]).toEqual([type, isTeam]);
    }
  });
});

describe('settings that lead nowhere', () => {
  it('are looked for by each replica and read by administrators alone', async () => {
    const portal = await startPortal({
      knex: await databases.init('SQLITE_3'),
      catalog: catalogWith(organisation()),
      config: { pilot: { decisions: { approvers: [ref('typo')] } } },
      decide: (permission, person) =>
        permission === pilotAdminPermission.name && person !== 'sam'
          ? { result: AuthorizeResult.DENY }
          : undefined,
    });
    portals.push(portal);
    const problems = async (person: string) =>
      (await portal.as(person).get('/policy').expect(200)).body.problems;
    expect(await problems('sam')).toEqual([
      expect.stringMatching(/^pilot\.decisions\.approvers: .*typo/),
    ]);
    expect(await problems('ana')).toBeUndefined();
    expect(portal.tasks()).toContain('pilot-settings-check');
    await portal.runTask('pilot-settings-check');
  });
});

describe('people of child Groups', () => {
  /** A division whose people are in two teams, one of them nested deeper. */
  const nested = () =>
    catalogWith([
      entityOf('Group', 'finance', {
        spec: { type: 'department' },
        relations: { parentOf: [ref('payments'), ref('desk')] },
      }),
      {
        ...teamOf('payments', 2),
        relations: related('payments', ['finance'], 2, ['squad']),
      },
      {
        ...teamOf('squad', 1),
        relations: related('payments', ['payments'], 1),
      },
      {
        ...teamOf('desk', 0),
        relations: related('desk', ['finance'], 0, ['finance']),
      },
      pilot('lake', { owner: ref('finance') }),
    ]);
  /** Members that are called after `name`: the same ones are counted once. */
  function related(
    name: string,
    parents: string[],
    members: number,
    children: string[] = [],
  ) {
    return [
      ...parents.map(each => ({ type: 'childOf', targetRef: ref(each) })),
      ...children.map(each => ({ type: 'parentOf', targetRef: ref(each) })),
      ...[...Array(members).keys()].map(index => ({
        type: 'hasMember',
        targetRef: `user:default/${name}-${index}`,
      })),
    ];
  }
  const told = async (portal: TestPortal) => {
    await portal.record('x.ads', lake, { team: ref('ads') });
    await portal.send(new Date(Date.now() + 3_600_000));
    return portal.notifications.find(
      ({ recipients }: any) => recipients.entityRef === ref('finance'),
    )!.recipients;
  };
  const operators = async (portal: TestPortal) => {
    const { body } = await portal
      .as('x.squad')
      .get('/readiness/pilot/default/lake')
      .expect(200);
    return body.checks.find(({ id }: any) => id === 'headcount.two-operators');
  };

  it('count for the Group above, act for it and hear what it hears', async () => {
    const portal = await start({}, nested());
    const check = await operators(portal);
    expect([check.verdict, check.note]).toEqual([
      'pass',
      'The finance has 2 members.',
    ]);
    const { can } = await portal.demand('x.squad', lake);
    expect(can.triage).toBe(true);
    expect(check.can.attest).not.toBe('notOwner');
    expect((await portal.demand('x.ads', lake)).can.triage).toBe('notOwner');
    // The notifications plugin tells child Groups by itself.
    expect(await told(portal)).toEqual({
      type: 'entity',
      entityRef: ref('finance'),
      excludeEntityRef: 'user:default/x.ads',
    });
  });

  it('have nothing to do with it where the operator says so', async () => {
    const portal = await start({ interest: { childTeams: false } }, nested());
    const check = await operators(portal);
    expect([check.verdict, check.note]).toEqual([
      'fail',
      'The finance has 0 members; 2 are needed.',
    ]);
    expect((await portal.demand('x.squad', lake)).can.triage).toBe('notOwner');
    const { body } = await portal.as('x.squad').get('/policy').expect(200);
    expect(body.caller).toMatchObject({
      teams: [ref('squad')],
      groups: [ref('squad')],
    });
    expect(await told(portal)).toEqual({
      type: 'entity',
      entityRef: ref('finance'),
      excludeEntityRef: ['user:default/x.ads', ref('payments'), ref('desk')],
    });
  });
});

it('opens a gate only by as many people as teams', async () => {
  const portal = await start();
  const left = async () => {
    const { body } = await portal
      .as('ana')
      .get('/pilots/default/lake')
      .expect(200);
    return body.gate.left.filter(({ code }: any) =>
      ['teams', 'authors'].includes(code),
    );
  };
  for (const team of ['ads', 'checkout', 'data']) {
    await portal.record('m.ads.checkout.data', lake, { team: ref(team) });
  }
  expect(await left()).toEqual([{ code: 'authors', value: 1, needed: 3 }]);
  await portal.record('n.ads', lake, { team: ref('ads') });
  expect(await left()).toEqual([{ code: 'authors', value: 2, needed: 3 }]);
  // A fourth team by the same person adds none, and the owner's people do not count.
  await portal.record('p.payments', lake, { team: ref('payments') });
  expect(await left()).toEqual([{ code: 'authors', value: 2, needed: 3 }]);
  const { interest } = await portal.record('o.data', lake, {
    team: ref('data'),
  });
  expect(await left()).toEqual([]);
  await portal.as('o.data').delete(`/interests/${interest.id}`).expect(200);
  expect(await left()).toEqual([{ code: 'authors', value: 2, needed: 3 }]);
});
