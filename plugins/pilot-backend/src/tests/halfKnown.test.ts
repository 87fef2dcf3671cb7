import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { pilotInterestUpdatePermission } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { comparable, difference } from '../__testUtils__/halfBlindPortals';
import { entityOf } from '../__testUtils__/readyPilot';
import { component, group, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import {
  createPilotInterestConditionalDecision,
  pilotInterestConditions,
} from '../kernel/access/interestRules';

jest.setTimeout(300_000);

const now = new Date('2026-11-20T12:00:00Z');
const payments = 'group:default/payments';
const lake = 'pilot:default/lake';
const part = 'component:default/part';
const lost = 'component:default/lost';
const template = 'template:default/create';
const caller = 'hal.payments';
const callerRef = `user:default/${caller}`;

beforeAll(() => {
  jest.useFakeTimers({
    now,
    doNotFake: [
      ...(['nextTick', 'setImmediate', 'clearImmediate'] as const),
      ...(['setTimeout', 'clearTimeout', 'setInterval'] as const),
      ...(['clearInterval', 'queueMicrotask', 'performance'] as const),
      'hrtime',
    ],
  });
});
afterAll(() => jest.useRealTimers());

const portals: TestPortal[] = [];
afterEach(async () => {
  jest.setSystemTime(now);
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

type Answer = PromiseLike<{ status: number; text: string }>;

/** World of one of two portals, and what is asked of both. */
interface World {
  readonly hidden: readonly string[];
  readonly options?: Partial<Parameters<typeof startPortal>[0]>;
  readonly make: (portal: TestPortal, which: number) => Promise<void>;
  readonly reads: readonly string[];
  readonly call?: (
    client: ReturnType<TestPortal['as']>,
    portal: TestPortal,
  ) => Answer | Promise<Answer>;
}

/** Lists what the two portals answer the caller differently, by the path. */
async function differences({ hidden, options, make, reads, call }: World) {
  const answers: Array<Map<string, string>> = [];
  for (const which of [0, 1]) {
    jest.setSystemTime(now);
    const portal = await startPortal({
      knex: await databases.init('SQLITE_3'),
      conditional: true,
      ...options,
    });
    portals.push(portal);
    portal.catalog.hidden.set(callerRef, hidden);
    await make(portal, which);
    await portal.sync();
    const client = portal.as(caller);
    const said = new Map<string, string>();
    const ask = async (name: string, answer: Answer | Promise<Answer>) => {
      const { status, text } = await answer;
      said.set(name, comparable(`${status} ${text}`));
    };
    for (const path of reads) {
      await ask(path, client.get(path));
    }
    if (call) {
      await ask('call', call(client, portal));
    }
    answers.push(said);
  }
  const [a, b] = answers;
  return [...a].flatMap(([name, text]) => {
    const parted = difference(text, b.get(name)!);
    return parted ? [[name, ...parted]] : [];
  });
}

const ask = (more: object = {}) => ({
  ...{ type: 'interest', target: lake, team: payments },
  author: 'user:default/ben',
  createdAt: '2026-11-01T00:00:00Z',
  ...more,
});

const pages = [
  '/demand/pilot/default/lake',
  '/demand/pilot/default/lake/history',
  '/pilots/default/lake',
  '/pilots/default/lake/adoption',
  '/pilots/default/lake/adoption/csv',
  '/readiness/pilot/default/lake',
  '/readiness/pilot/default/lake/log',
  '/pilots?orderBy=readiness',
  '/demand',
];

const lakeWithPart = [
  pilot('lake', { parts: [part] }),
  component('part', { pilots: [lake] }),
];

describe('who knows a half does not learn', () => {
  it('that their own team is served through what is hidden', async () => {
    const found = await differences({
      hidden: [part],
      reads: pages,
      call: client =>
        client
          .put('/pilots/default/lake/satisfaction')
          .send({ team: payments, score: 4 }),
      make: async (portal, which) => {
        portal.catalog.set(...lakeWithPart);
        const team = [payments, 'group:default/secret'][which];
        await portal.importAll([
          ask({ target: part, team }),
          {
            ...{ type: 'status', target: part, team },
            ...{ author: 'user:default/ben', status: 'adopted' },
            ...{ by: 'user:default/dana', at: '2026-11-02T00:00:00Z' },
          },
        ]);
      },
    });
    expect(found).toEqual([]);
  });

  it('which of two teams also asks through what is hidden', async () => {
    const teams = ['group:default/ads', 'group:default/checkout'];
    const found = await differences({
      hidden: [part],
      reads: pages,
      make: async (portal, which) => {
        portal.catalog.set(...lakeWithPart);
        await portal.importAll([
          ...teams.map(team => ask({ team })),
          ask({
            ...{ target: part, team: teams[which], urgency: 'critical' },
            useCase: 'We wait three days for each extract, in every quarter',
          }),
        ]);
      },
    });
    expect(found).toEqual([]);
  });

  /** Adds a target that the caller asked for, with an owner for each portal. */
  const loseIt = async (portal: TestPortal, which: number) => {
    const owner = [payments, 'group:default/data'][which];
    portal.catalog.set(component('lost', { owner }));
    await portal.importAll([ask({ target: lost, author: callerRef })]);
  };

  it('who owns what they asked for, by a filter', async () => {
    const found = await differences({
      hidden: [lost],
      reads: ['', 'internal=true', 'internal=false', 'author=me&internal=false']
        .map(query => `/interests?total=true&${query}`)
        .concat('/interests/csv?internal=false'),
      make: loseIt,
    });
    expect(found).toEqual([]);
  });

  it('who owns what they asked for, by a condition of a policy', async () => {
    const found = await differences({
      hidden: [lost],
      options: {
        decide: permission =>
          permission === pilotInterestUpdatePermission.name
            ? createPilotInterestConditionalDecision(
                pilotInterestUpdatePermission,
                pilotInterestConditions.ownsTarget({ ownerRefs: [payments] }),
              )
            : undefined,
      },
      reads: ['/interests'],
      call: async (client, { knex }) =>
        client.post(
          `/interests/${(await knex('interest').first()).id}/confirm`,
        ),
      make: loseIt,
    });
    expect(found).toEqual([]);
  });

  it('whether a hidden template does what was done by hand', async () => {
    const found = await differences({
      hidden: [template],
      reads: pages,
      make: async (portal, which) => {
        const step = { id: 'a', title: 'By hand', automatedBy: template };
        portal.catalog.set(
          entityOf('Pilot', 'lake', {
            spec: { manualSteps: [step] },
            relations: { ownedBy: ['group:default/partner-tech'] },
          }),
          ...(which === 0 ? [entityOf('Template', 'create')] : []),
        );
        await portal.importAll([ask({ team: 'group:default/ads' })]);
        await portal.sync();
        await portal.runTask('pilot-readiness-collect');
        jest.setSystemTime(now.getTime() + 60_000);
        const { id, version } = await portal.knex('interest').first();
        await portal
          .as('dana')
          .put(`/interests/${id}/status`)
          .send({ status: 'adopted', version })
          .expect(200);
        // The next day, what follows from both is found.
        jest.setSystemTime(now.getTime() + 90_000_000);
        await portal.runTask('pilot-readiness-collect');
      },
    });
    expect(found).toEqual([]);
  });

  it('whether a gate is open, without the permission to read readiness', async () => {
    const readiness = '/readiness/pilot/default/lake';
    const found = await differences({
      hidden: [],
      options: {
        conditional: false,
        config: {
          pilot: { decisions: { approvers: ['group:default/architects'] } },
        },
        decide: (permission, person) =>
          permission === 'pilot.readiness.read' && person === caller
            ? { result: AuthorizeResult.DENY }
            : undefined,
      },
      reads: ['/pilots/default/lake', '/pilots'],
      call: client =>
        client
          .post('/pilots/default/lake/proposals')
          .send({ to: 'platform', reason: 'Now' }),
      make: async (portal, which) => {
        portal.catalog.set(
          pilot('lake', { owner: payments, phase: 'build-out' }),
          group('architects'),
        );
        await portal.importAll([ask({ team: 'group:default/ads' })]);
        await portal.sync();
        const colleague = portal.as('ben.payments');
        const { body } = await colleague.get(readiness).expect(200);
        const checks = body.gate.left.map(({ check }: any) => check);
        for (const check of which === 0 ? checks : []) {
          const expiresAt = '2026-12-20T12:00:00Z';
          await portal
            .as('ada.architects')
            .post(`${readiness}/waivers`)
            .send({ check, reason: 'Later', expiresAt })
            .expect(201);
        }
        const { body: left } = await colleague.get(readiness).expect(200);
        expect(left.gate.open).toBe(which === 0);
      },
    });
    expect(found).toEqual([]);
  });
});
