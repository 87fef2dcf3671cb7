import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databases } from '../__testUtils__/databases';
import { lake, payments, startDecisions } from '../__testUtils__/decisionWorld';
import { expectedAudits, heardOf } from '../__testUtils__/expectedAudits';

jest.setTimeout(300_000);

type World = Awaited<ReturnType<typeof startDecisions>>;

/**
 * Callers by role. All people see the Pilot but `blind`; `mute` may read no
 * interest, `unread` no readiness, and `denied` owns it and approves, but may
 * neither propose nor decide. Ana's team is served.
 */
const roles = {
  nobody: undefined,
  service: undefined,
  adopter: 'ana',
  stranger: 'cleo',
  owner: 'dora.partner-tech',
  proposer: 'dana',
  approver: 'ada.architects',
  both: 'olga',
  denied: 'dirk.partner-tech',
  refused: 'amy.architects',
  mute: 'nina.ads',
  unread: 'ulf.ads',
  blind: 'hal.payments',
  admin: 'max',
} as const;
type Role = keyof typeof roles;
type Call = [
  method: 'get' | 'put' | 'post' | 'delete',
  path: (proposal: string) => string,
  body?: object,
];

const path = '/pilots/default/lake';
const reason = 'Because';
const calls: Record<string, Call> = {
  pilots: ['get', () => '/pilots?total=true'],
  'pilots as CSV': ['get', () => '/pilots/csv'],
  'past pilots': [
    'get',
    () => `/pilots?asOf=${new Date().toISOString()}&total=true`,
  ],
  pilot: ['get', () => path],
  decisions: ['get', () => `${path}/decisions`],
  'decisions as CSV': ['get', () => `${path}/decisions/csv`],
  adoption: ['get', () => `${path}/adoption`],
  'adoption as CSV': ['get', () => `${path}/adoption/csv`],
  propose: ['post', () => `${path}/proposals`, { to: 'retired', reason }],
  decide: [
    'post',
    id => `${path}/proposals/${id}/decision`,
    { decision: 'reject', reason, version: 1 },
  ],
  withdraw: ['delete', id => `${path}/proposals/${id}`],
  adopt: ['post', () => '/pilots/declared-phases'],
  rate: ['put', () => `${path}/satisfaction`, { team: payments, score: 4 }],
};

/**
 * Answers of each call: the status, with `+` where the answer names the Pilot,
 * `-` where it does not, and `!` where it does but says nothing of readiness.
 */
const table = `
                  | nobody | service | adopter | stranger | owner | proposer | approver | both | denied | refused | mute | unread | blind | admin
 pilots           | 401    | 403     | 200+    | 200+     | 200+  | 200+     | 200+     | 200+ | 200+   | 200+    | 403  | 200!   | 200-  | 200+
 pilots as CSV    | 401    | 403     | 200+    | 200+     | 200+  | 200+     | 200+     | 200+ | 200+   | 200+    | 403  | 200!   | 200-  | 200+
 past pilots      | 401    | 403     | 200!    | 200!     | 200!  | 200!     | 200!     | 200! | 200!   | 200!    | 403  | 200!   | 200-  | 200!
 pilot            | 401    | 403     | 200+    | 200+     | 200+  | 200+     | 200+     | 200+ | 200+   | 200+    | 403  | 200!   | 404   | 200+
 decisions        | 401    | 403     | 200+    | 200+     | 200+  | 200+     | 200+     | 200+ | 200+   | 200+    | 403  | 200!   | 404   | 200+
 decisions as CSV | 401    | 403     | 200+    | 200+     | 200+  | 200+     | 200+     | 200+ | 200+   | 200+    | 403  | 200!   | 404   | 200+
 adoption         | 401    | 403     | 200!    | 200!     | 200!  | 200!     | 200!     | 200! | 200!   | 200!    | 403  | 200!   | 404   | 200!
 adoption as CSV  | 401    | 403     | 200-    | 200-     | 200-  | 200-     | 200-     | 200- | 200-   | 200-    | 403  | 200-   | 404   | 200-
 propose          | 401    | 403     | 403     | 403      | 201+  | 201+     | 403      | 201+ | 403    | 403     | 403  | 403    | 404   | 403
 decide           | 401    | 403     | 403     | 403      | 403   | 403      | 200+     | 200+ | 403    | 403     | 403  | 403    | 403   | 403
 withdraw         | 401    | 403     | 403     | 403      | 403   | 200+     | 403      | 403  | 403    | 403     | 403  | 403    | 404   | 403
 rate             | 401    | 403     | 200!    | 403      | 403   | 403      | 403      | 403  | 403    | 403     | 403  | 403    | 404   | 403
 adopt            | 401    | 200-    | 403     | 403      | 403   | 403      | 403      | 403  | 403    | 403     | 403  | 403    | 403   | 200-
`;
const [header, ...rows] = table
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));
const cases = header
  .slice(1)
  .map(
    (role, index) =>
      [
        role as Role,
        rows.map(([call, ...cells]) => [call, cells[index]] as const),
      ] as const,
  );

const denials: Record<string, string[]> = {
  [roles.mute]: ['pilot.interest.read'],
  [roles.unread]: ['pilot.readiness.read'],
  [roles.denied]: ['pilot.decision.propose', 'pilot.decision.decide'],
  [roles.refused]: ['pilot.decision.propose', 'pilot.decision.decide'],
};

describe('who may do what with Pilots', () => {
  let world: World | undefined;

  async function close(): Promise<void> {
    await world?.portal.backend.stop();
    world = undefined;
  }

  /** Served by it, with one decision. */
  async function open(): Promise<World> {
    if (world) {
      return world;
    }
    const started = await startDecisions({
      knex: await databases.init('SQLITE_3'),
      conditional: true,
      decide: (permission, person) =>
        denials[person ?? '']?.includes(permission) ||
        (permission === 'pilot.admin' && person && person !== roles.admin)
          ? { result: AuthorizeResult.DENY }
          : undefined,
    });
    world = started;
    started.portal.catalog.hidden.set(`user:default/${roles.blind}`, [lake]);
    const { interest } = await started.ask();
    await started.portal
      .as('dana')
      .put(`/interests/${interest.id}/status`)
      .send({ status: 'adopted', version: 1 })
      .expect(200);
    await started.move({ to: 'build-out' });
    return started;
  }

  async function answerOf(role: Role, name: string): Promise<string> {
    const [method, pathOf, body] = calls[name];
    const { portal, propose } = await open();
    const needsProposal = name === 'decide' || name === 'withdraw';
    const id = needsProposal
      ? (await propose('dana', { to: 'retired' })).body.proposal.id
      : '';
    const person = roles[role];
    const client =
      (person && portal.as(person)) ||
      (role === 'service' ? portal.asService() : portal.anonymous);
    const request = client[method](pathOf(id));
    // Of who takes a whole list, the auditor hears in any case.
    const isRead = method === 'get' && !name.endsWith('as CSV');
    const before = portal.audits.length;
    const { status, text } = await (body ? request.send(body) : request);
    const actor = person ? `user:default/${person}` : 'external:script';
    expect(portal.audits.slice(before).map(heardOf)).toEqual(
      expectedAudits({ status, actor, isRead }),
    );
    if (method !== 'get' && (status < 300 || needsProposal)) {
      // The next call finds the world as it was.
      await close();
    }
    if (status >= 300) {
      return String(status);
    }
    const told =
      text.includes('docs.runbook') ||
      text.includes('"weakest":"') ||
      /,(governance|docs|automation|headcount),/.test(text);
    const named = told ? '+' : '!';
    return `${status}${text.includes(lake) ? named : '-'}`;
  }

  afterAll(close);

  it('names every endpoint about Pilots', async () => {
    const { portal } = await open();
    const { body } = await portal.as('ana').get('/openapi.json').expect(200);
    const documented = Object.entries<object>(body.paths)
      .filter(([each]) => each.startsWith('/pilots'))
      .flatMap(([each, methods]) =>
        Object.keys(methods).map(method => `${method} ${each}`),
      );
    const called = Object.values(calls).map(([method, of]) => {
      const [plain] = of('{id}').split('?');
      return `${method} ${plain.replace('default/lake', '{namespace}/{name}')}`;
    });
    expect([...new Set(called)].sort()).toEqual(documented.sort());
  });

  describe.each(cases)('%s', (role, answers) => {
    it.each(answers)('%s answers %s', async (call, expected) => {
      expect(await answerOf(role, call)).toBe(expected);
    });
  });
});
