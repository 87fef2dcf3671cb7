import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, group, pilot } from '../__testUtils__/testCatalog';
import { expectedAudits, heardOf } from '../__testUtils__/expectedAudits';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const target = 'api:default/orders';
const other = 'pilot:default/lake';
const pathOfTarget = 'api/default/orders';

/**
 * Callers by role. All people can see everything in the catalog but `blind`,
 * who cannot see the target; all have every permission of their own, but `mute`
 * may read nothing; only `admin` is an administrator.
 */
const roles = {
  nobody: undefined,
  service: undefined,
  author: 'ana',
  mate: 'ben',
  stranger: 'cleo',
  owner: 'dana',
  approver: 'ada.architects',
  admin: 'root.operators',
  mute: 'nina.ads',
  blind: 'hal.payments',
} as const;
type Role = keyof typeof roles;

interface Ids {
  readonly interest: string;
  readonly dismissal: string;
  readonly group: string;
  /** An attestation or a waiver. */
  readonly signed: string;
}

/** Answer that the owner signs, and approvers waive. */
const attestation = {
  check: 'headcount.support',
  verdict: 'fail',
  evidence: 'https://wiki.example.com/support',
};
const waiver = {
  check: 'headcount.support',
  reason: 'It comes in spring',
  expiresAt: new Date(Date.now() + dayMs).toISOString(),
};

type Call = [
  method: 'get' | 'put' | 'post' | 'delete',
  path: (ids: Ids) => string,
  body?: (ids: Ids) => object | string,
];

/** Requests by name; a body that is a text is one of JSON lines. */
const calls: Record<string, Call> = {
  record: [
    'put',
    () => `/interests/${pathOfTarget}`,
    () => ({ team: 'group:default/payments' }),
  ],
  withdraw: ['delete', ({ interest }) => `/interests/${interest}`],
  confirm: ['post', ({ interest }) => `/interests/${interest}/confirm`],
  answer: [
    'put',
    ({ interest }) => `/interests/${interest}/status`,
    () => ({ status: 'acknowledged', version: 1 }),
  ],
  interests: ['get', () => `/interests?target=${target}&total=true`],
  'interests as CSV': ['get', () => `/interests/csv?target=${target}`],
  mine: ['get', () => '/interests?author=me&total=true'],
  demand: ['get', () => `/demand/${pathOfTarget}`],
  past: ['get', () => `/demand/${pathOfTarget}?asOf=2026-01-01`],
  history: ['get', () => `/demand/${pathOfTarget}/history`],
  ranking: ['get', () => '/demand?total=true'],
  'ranking as CSV': ['get', () => '/demand/csv'],
  'past ranking': [
    'get',
    () => `/demand?asOf=${new Date().toISOString()}&total=true`,
  ],
  refs: ['post', () => '/demand/by-refs', () => ({ targets: [target] })],
  similar: ['get', () => `/similar?target=${target}`],
  fragmentation: ['get', () => '/fragmentation'],
  dismiss: [
    'post',
    () => '/fragmentation/dismissals',
    ids => ({ key: ids.group, reason: 'Two different things' }),
  ],
  restore: [
    'delete',
    ({ dismissal }) => `/fragmentation/dismissals/${dismissal}`,
  ],
  merge: [
    'post',
    () => '/merges',
    () => ({ from: target, into: other, reason: 'The same thing' }),
  ],
  orphans: ['get', () => '/orphans'],
  'orphaned teams': ['get', () => '/orphans/teams'],
  'orphaned persons': ['get', () => '/orphans/persons'],
  'move team': [
    'post',
    () => '/merges/teams',
    () => ({
      from: 'group:default/gone',
      into: 'group:default/payments',
      reason: 'Renamed',
    }),
  ],
  'move person': [
    'post',
    () => '/merges/persons',
    () => ({
      from: 'user:default/gone',
      into: 'user:default/ana',
      reason: 'Renamed',
    }),
  ],
  'withdraw all': [
    'post',
    () => '/persons/withdraw',
    () => ({ person: 'user:default/ana', reason: 'Left' }),
  ],
  erase: [
    'post',
    () => '/persons/erase',
    () => ({ person: 'user:default/ana' }),
  ],
  redate: ['post', () => '/maintenance/redate', () => ({})],
  checks: ['get', () => '/readiness/checks'],
  readiness: ['get', () => `/readiness/${pathOfTarget}`],
  'readiness as CSV': ['get', () => `/readiness/${pathOfTarget}/csv`],
  'ready refs': [
    'post',
    () => '/readiness/by-refs',
    () => ({ targets: [target] }),
  ],
  log: ['get', () => `/readiness/${pathOfTarget}/log`],
  'log as CSV': ['get', () => `/readiness/${pathOfTarget}/log/csv`],
  collect: ['post', () => `/readiness/${pathOfTarget}/collect`],
  attest: [
    'post',
    () => `/readiness/${pathOfTarget}/attestations`,
    () => attestation,
  ],
  unattest: [
    'delete',
    ({ signed }) => `/readiness/${pathOfTarget}/attestations/${signed}`,
  ],
  waive: ['post', () => `/readiness/${pathOfTarget}/waivers`, () => waiver],
  unwaive: [
    'delete',
    ({ signed }) => `/readiness/${pathOfTarget}/waivers/${signed}`,
  ],
  report: [
    'post',
    () => `/readiness/${pathOfTarget}/results`,
    () => [{ check: 'docs.examples', verdict: 'pass' }],
  ],
  policy: ['get', () => '/policy'],
  preview: [
    'post',
    () => '/policy/preview',
    () => ({ demand: {}, kind: 'api' }),
  ],
  export: ['get', () => '/export'],
  import: ['post', () => '/import', () => ''],
  'export all': ['get', () => '/export/everything'],
  'import all': ['post', () => '/import/everything', () => ''],
  check: ['post', () => '/maintenance/check', () => ({})],
  rebuild: ['post', () => '/maintenance/rebuild', () => ({})],
  'renew feed': ['post', () => '/maintenance/feed'],
  projection: ['get', () => '/internal/projection'],
  acknowledged: [
    'post',
    () => '/internal/projection/acknowledged',
    () => ({ epoch: 'e', sequence: 0 }),
  ],
  changes: [
    'post',
    () => '/internal/changes',
    () => ({ changes: [{ ref: target, digest: 'x' }] }),
  ],
};

/**
 * Answers of each call, role by role: the status, with `+` where the answer
 * names the target and `-` where it does not.
 */
const table = `
                  | nobody | service | author | mate | stranger | owner | approver | admin | mute | blind
 record           | 401    | 403     | 200+   | 201+ | 403      | 403   | 403      | 403   | 403  | 404
 withdraw         | 401    | 403     | 200+   | 403  | 403      | 403   | 403      | 403   | 404  | 404
 confirm          | 401    | 403     | 200+   | 403  | 403      | 403   | 403      | 403   | 404  | 404
 answer           | 401    | 403     | 403    | 403  | 403      | 200+  | 403      | 403   | 403  | 404
 interests        | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 200-
 interests as CSV | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 200-
 mine             | 401    | 403     | 200+   | 200- | 200-     | 200-  | 200-     | 200-  | 200- | 200-
 demand           | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 404
 past             | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 404
 history          | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 404
 ranking          | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 200-
 ranking as CSV   | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 200-
 past ranking     | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 200-
 refs             | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 200-
 similar          | 401    | 403     | 200-   | 200- | 200-     | 200-  | 200-     | 200-  | 403  | 404
 fragmentation    | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 403  | 200-
 dismiss          | 401    | 403     | 403    | 403  | 403      | 200-  | 200-     | 200-  | 403  | 404
 restore          | 401    | 403     | 403    | 403  | 403      | 204-  | 204-     | 204-  | 403  | 404
 merge            | 401    | 403     | 403    | 403  | 403      | 403   | 200+     | 200+  | 403  | 403
 orphans          | 401    | 200-    | 403    | 403  | 403      | 403   | 403      | 200-  | 403  | 403
 orphaned teams   | 401    | 200-    | 403    | 403  | 403      | 403   | 403      | 200-  | 403  | 403
 orphaned persons | 401    | 200-    | 403    | 403  | 403      | 403   | 403      | 200-  | 403  | 403
 move team        | 401    | 404     | 403    | 403  | 403      | 403   | 403      | 404   | 403  | 403
 move person      | 401    | 404     | 403    | 403  | 403      | 403   | 403      | 404   | 403  | 403
 withdraw all     | 401    | 200+    | 403    | 403  | 403      | 403   | 403      | 200+  | 403  | 403
 erase            | 401    | 200-    | 403    | 403  | 403      | 403   | 403      | 200-  | 403  | 403
 redate           | 401    | 200-    | 403    | 403  | 403      | 403   | 403      | 200-  | 403  | 403
 checks           | 401    | 403     | 200-   | 200- | 200-     | 200-  | 200-     | 200-  | 200- | 200-
 readiness        | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 200+ | 404
 readiness as CSV | 401    | 403     | 200-   | 200- | 200-     | 200-  | 200-     | 200-  | 200- | 404
 ready refs       | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 200+ | 200-
 log              | 401    | 403     | 200-   | 200- | 200-     | 200-  | 200-     | 200-  | 200- | 404
 log as CSV       | 401    | 403     | 200-   | 200- | 200-     | 200-  | 200-     | 200-  | 200- | 404
 collect          | 401    | 403     | 200+   | 200+ | 200+     | 200+  | 200+     | 200+  | 200+ | 404
 attest           | 401    | 403     | 403    | 403  | 403      | 201+  | 403      | 403   | 403  | 404
 unattest         | 401    | 403     | 403    | 403  | 403      | 200+  | 403      | 403   | 403  | 404
 waive            | 401    | 403     | 403    | 403  | 403      | 403   | 201+     | 403   | 403  | 403
 unwaive          | 401    | 403     | 403    | 403  | 403      | 403   | 200+     | 403   | 403  | 403
 report           | 401    | 200+    | 403    | 403  | 403      | 200+  | 403      | 403   | 403  | 404
 policy           | 401    | 403     | 200-   | 200- | 200-     | 200-  | 200-     | 200-  | 200- | 200-
 preview          | 401    | 403     | 403    | 403  | 403      | 403   | 403      | 200+  | 403  | 403
 export           | 401    | 200+    | 403    | 403  | 403      | 403   | 403      | 200+  | 403  | 403
 import           | 401    | 200-    | 403    | 403  | 403      | 403   | 403      | 200-  | 403  | 403
 export all       | 401    | 200+    | 403    | 403  | 403      | 403   | 403      | 200+  | 403  | 403
 import all       | 401    | 400     | 403    | 403  | 403      | 403   | 403      | 400   | 403  | 403
 check            | 401    | 200-    | 403    | 403  | 403      | 403   | 403      | 200-  | 403  | 403
 rebuild          | 401    | 200-    | 403    | 403  | 403      | 403   | 403      | 200-  | 403  | 403
 renew feed       | 401    | 204-    | 403    | 403  | 403      | 403   | 403      | 204-  | 403  | 403
 projection       | 401    | 403     | 403    | 403  | 403      | 403   | 403      | 403   | 403  | 403
 acknowledged     | 401    | 403     | 403    | 403  | 403      | 403   | 403      | 403   | 403  | 403
 changes          | 401    | 403     | 403    | 403  | 403      | 403   | 403      | 403   | 403  | 403
`;

const [header, ...rows] = table
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));
const columns = header.slice(1) as Role[];
const cases = columns.map(
  (role, index) =>
    [
      role,
      rows.map(([call, ...cells]) => [call, cells[index]] as const),
    ] as const,
);

/** Calls that change nothing, of which the auditor hears only a refusal. */
const reads = new Set([
  ...Object.keys(calls).filter(name => calls[name][0] === 'get'),
  ...['refs', 'ready refs', 'preview', 'acknowledged', 'changes'],
]);
reads.delete('export');
reads.delete('export all');
reads.delete('orphaned persons');
// Of who takes a whole list, the auditor hears in any case.
[...reads]
  .filter(name => name.endsWith('as CSV'))
  .forEach(name => reads.delete(name));

/** Calls before which something is written, whatever they answer. */
const changing = ['restore', 'unattest', 'unwaive'];

/** Signs what a call is to take back. */
async function signedBy(name: string, world: TestPortal): Promise<string> {
  const path = `/readiness/${pathOfTarget}`;
  const isWaiver = name === 'unwaive';
  const { body } = isWaiver
    ? await world.as(roles.approver).post(`${path}/waivers`).send(waiver)
    : await world
        .as(roles.owner)
        .post(`${path}/attestations`)
        .send(attestation);
  const check = body.checks.find(
    (each: { id: string }) => each.id === 'headcount.support',
  );
  return isWaiver ? check.waiver : check.attestation;
}

describe('who may do what', () => {
  let portal: TestPortal | undefined;
  let ids: Ids;

  async function close(): Promise<void> {
    await portal?.backend.stop();
    portal = undefined;
  }

  async function open(): Promise<TestPortal> {
    portal ??= await fresh();
    return portal;
  }

  async function fresh(): Promise<TestPortal> {
    const started = await startPortal({
      knex: await databases.init('SQLITE_3'),
      conditional: true,
      config: {
        pilot: { decisions: { approvers: ['group:default/architects'] } },
      },
      denied: ['pilot.interest.create.onBehalf'],
      decide: (permission, person) =>
        (permission === 'pilot.admin' &&
          person !== undefined &&
          person !== roles.admin) ||
        (permission === 'pilot.interest.read' && person === roles.mute)
          ? { result: AuthorizeResult.DENY }
          : undefined,
    });
    started.catalog.set(
      api('orders', { owner: 'group:default/partner-tech' }),
      pilot('lake', { owner: 'group:default/data' }),
      group('architects'),
    );
    started.catalog.hidden.set(`user:default/${roles.blind}`, [target]);
    const { interest } = await started.record('ana', target, {
      team: 'group:default/payments',
      otherwise: 'build-own',
    });
    const { body } = await started.as('dana').get('/fragmentation').expect(200);
    ids = {
      interest: interest.id,
      group: body.groups[0].key,
      dismissal: '',
      signed: '',
    };
    return started;
  }

  async function answerOf(role: Role, name: string): Promise<string> {
    const [method, path, body] = calls[name];
    const world = await open();
    if (name === 'restore') {
      const { body: dismissed } = await world
        .as('dana')
        .post('/fragmentation/dismissals')
        .send({ key: ids.group, reason: 'Two different things' });
      ids = { ...ids, dismissal: dismissed.id };
    }
    if (name === 'unattest' || name === 'unwaive') {
      ids = { ...ids, signed: await signedBy(name, world) };
    }
    const person = roles[role];
    const client =
      (person && world.as(person)) ||
      (role === 'service' ? world.asService() : world.anonymous);
    let request = client[method](path(ids));
    const sent = body?.(ids);
    if (typeof sent === 'string') {
      request = request.type('application/x-ndjson').send(sent);
    } else if (sent) {
      request = request.send(sent);
    }
    const before = world.audits.length;
    const { status, text } = await request;
    const actor = person ? `user:default/${person}` : 'external:script';
    expect(world.audits.slice(before).map(heardOf)).toEqual(
      expectedAudits({ status, actor, isRead: reads.has(name) }),
    );
    const isDone = status < 300;
    if (changing.includes(name) || (isDone && method !== 'get')) {
      // The next call finds the world as it was.
      await close();
    }
    if (!isDone) {
      return String(status);
    }
    return `${status}${text.includes(target) ? '+' : '-'}`;
  }

  afterAll(close);

  it('names every endpoint of the API', async () => {
    const world = await open();
    const { body } = await world.as('ana').get('/openapi.json').expect(200);
    // Those about Pilots are in pilotMatrix.test.ts.
    const documented = Object.entries<object>(body.paths)
      .filter(([path]) => !path.startsWith('/pilots'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map(method => `${method} ${path}`),
      );
    const called = Object.values(calls).map(([method, path]) => {
      const [plain] = path({
        interest: 'ID',
        group: '',
        dismissal: 'ID',
        signed: 'ID',
      }).split('?');
      return `${method} ${plain
        .replace(pathOfTarget, '{kind}/{namespace}/{name}')
        .replace('ID', '{id}')}`;
    });
    expect([...new Set(called)].sort()).toEqual(
      expect.arrayContaining(documented),
    );
  });

  describe.each(cases)('%s', (role, answers) => {
    it.each(answers)('%s answers %s', async (call, expected) => {
      expect(await answerOf(role, call)).toBe(expected);
    });
  });
});
