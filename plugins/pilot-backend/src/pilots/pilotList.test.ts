import { defaultChecks, dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databases } from '../__testUtils__/databases';
import { pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const owner = 'group:default/partner-tech';
const ref = (name: string) => `pilot:default/${name}`;
const inDays = (days: number) =>
  new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

const check = (question: string, required: string[] = []) => ({
  dimension: 'docs',
  question,
  required,
  attestation: { maxDays: 400 },
  fix: { text: 'Write it' },
});
const checks = {
  ...Object.fromEntries(
    defaultChecks.map(({ id }) => [id, { enabled: false }]),
  ),
  'docs.one': check('One?', ['platform']),
  'docs.two': check('Two?'),
};

/**
 * Five Pilots of Dana's: `idle`, that nobody asked for; `asked`, with one team
 * and a proposal; `built`, in build-out with half of its checks passed, one for
 * ten days; `done`, a platform with both; and `ended`, a point solution.
 */
describe.each(databases.eachSupportedId())('lists of Pilots on %s', id => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      conditional: true,
      config: {
        pilot: {
          decisions: {
            approvers: ['group:default/architects'],
            gates: { 'build-out': { teams: 1, useCases: 0, score: 0 } },
          },
          readiness: { checks },
        },
      },
      decide: (permission, person) =>
        permission === 'pilot.readiness.read' && person === 'nina.ads'
          ? { result: AuthorizeResult.DENY }
          : undefined,
    });
    portal.catalog.remove(ref('delta-sharing'));
    portal.catalog.set(
      pilot('idle', { owner }),
      pilot('asked', { owner }),
      pilot('built', { owner, phase: 'build-out' }),
      pilot('done', { owner, phase: 'platform' }),
      pilot('ended', { owner, phase: 'point-solution' }),
    );
    portal.catalog.hidden.set('user:default/hal.payments', [ref('built')]);
    await portal.sync();
    const attest = async (name: string, of: string, expiresAt: string) => {
      const { status, text } = await portal
        .as('dana')
        .post(`/readiness/pilot/default/${name}/attestations`)
        .send({
          ...{ check: of, verdict: 'pass', expiresAt },
          evidence: 'https://wiki.example.com',
        });
      expect([status, text]).toEqual([201, expect.anything()]);
    };
    await portal.record('ana', ref('asked'), {
      team: 'group:default/payments',
    });
    await portal
      .as('dana')
      .post('/pilots/default/asked/proposals')
      .send({ to: 'build-out', reason: 'It is time' })
      .expect(201);
    await portal.record('ana', ref('built'), {
      team: 'group:default/payments',
      urgency: 'critical',
    });
    await attest('built', 'docs.two', inDays(10));
    await attest('done', 'docs.one', inDays(100));
    await attest('done', 'docs.two', inDays(300));
    await portal.runTask('pilot-phase-follow');
  });
  afterAll(() => portal?.backend.stop());

  const list = async (query: string, person = 'cleo') =>
    (await portal.as(person).get(`/pilots?${query}`).expect(200)).body;
  const names = async (query: string, person?: string) =>
    (await list(query, person)).items.map(({ target }: { target: string }) =>
      target.slice(ref('').length),
    );
  /** All pages of a list, some Pilots at a time. */
  const paged = async (query: string, limit: number) => {
    const targets: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await list(
        `${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`,
      );
      targets.push(...page.items.map(({ target }: any) => target));
      cursor = page.nextCursor ?? '';
      if (!cursor) {
        return targets;
      }
    }
  };

  it('show demand, readiness, gate, recommendation and proposal of each', async () => {
    const { items, total } = await list('total=true');
    expect(total).toBe(5);
    expect(items.map(({ target }: any) => target).slice(0, 2)).toEqual([
      ref('built'),
      ref('asked'),
    ]);
    const of = (name: string) =>
      items.find(({ target }: any) => target === ref(name));
    expect(of('built')).toMatchObject({
      phase: 'build-out',
      counts: { teams: 1 },
      readiness: {
        score: 0.5,
        weakest: 'docs',
        weakestScore: 0.5,
        applicable: 2,
        unknown: 1,
        expiring: 1,
      },
      gate: { to: 'platform', open: false, left: 1 },
      recommendation: { code: 'revisit', reasons: [{ code: 'demandFell' }] },
      proposal: null,
    });
    expect(of('asked')).toMatchObject({
      phase: 'demand',
      readiness: { score: 0, unknown: 2, expiring: 0 },
      gate: { to: 'build-out', open: true, left: 0 },
      recommendation: { code: 'invest' },
      proposal: { to: 'build-out', by: 'user:default/dana' },
    });
    expect(of('done')).toMatchObject({
      readiness: { score: 1, unknown: 0 },
      gate: null,
      recommendation: { code: 'continue', reasons: [{ code: 'isHealthy' }] },
    });
  });

  it.each<[string, string[]]>([
    ['recommended=invest', ['asked']],
    ['recommended=invest&recommended=gather-demand', ['asked', 'idle']],
    ['recommended=point-solution', ['ended']],
    ['proposed=true', ['asked']],
    ['proposed=false&phase=demand', []],
    ['proposed=false&phase=build-out', ['built']],
    ['expiring=true', ['built']],
    ['expiring=false&phase=platform&phase=build-out', ['done']],
    ['phase=platform', ['done']],
    [`owner=${owner}&level=faint`, ['built', 'asked']],
    ['q=idl', ['idle']],
  ])('are narrowed by %s', async (query, expected) => {
    expect((await names(query)).sort()).toEqual([...expected].sort());
    expect((await list(`${query}&total=true`)).total).toBe(expected.length);
  });

  it('are ordered by readiness and by phase, in pages', async () => {
    const byReadiness = await names('orderBy=-readiness');
    expect(byReadiness.slice(0, 2)).toEqual(['done', 'built']);
    expect((await names('orderBy=readiness')).slice(-2)).toEqual([
      'built',
      'done',
    ]);
    expect(await names('orderBy=phase')).toEqual([
      'idle',
      'asked',
      'built',
      'done',
      'ended',
    ]);
    expect(await names('orderBy=-phase')).toEqual([
      'ended',
      'done',
      'built',
      'asked',
      'idle',
    ]);
    for (const orderBy of ['-readiness', 'phase']) {
      expect(await paged(`orderBy=${orderBy}`, 2)).toEqual(
        (await names(`orderBy=${orderBy}`)).map(ref),
      );
    }
  });

  it('of a past date have the demand of that time, and nothing of what comes next', async () => {
    const then = new Date().toISOString();
    const { items, asOf } = await list(`asOf=${then}&orderBy=phase`);
    expect(asOf).toBe(then);
    expect(items).toHaveLength(5);
    for (const item of items) {
      expect(item).toMatchObject({
        readiness: null,
        gate: null,
        recommendation: null,
        proposal: null,
      });
    }
    expect(items.map(({ phase }: any) => phase)).toEqual([
      'pilot',
      'demand',
      'build-out',
      'platform',
      'point-solution',
    ]);
    for (const query of [
      'recommended=invest',
      'proposed=true',
      'expiring=false',
      'orderBy=readiness',
    ]) {
      const { status, body } = await portal
        .as('cleo')
        .get(`/pilots?asOf=2026-01-01&${query}`);
      expect([query, status, body.error.message]).toEqual([
        query,
        400,
        expect.stringMatching(/^asOf: /),
      ]);
    }
  });

  it('tell nothing of readiness to who may not read it, by no filter and no order', async () => {
    const { items } = await list('', 'nina.ads');
    expect(items).toHaveLength(5);
    for (const item of items) {
      expect([item.readiness, item.gate]).toEqual([null, null]);
    }
    for (const query of [
      'recommended=invest',
      'expiring=true',
      'expiring=false',
      'orderBy=readiness',
    ]) {
      expect([query, await list(`${query}&total=true`, 'nina.ads')]).toEqual([
        query,
        expect.objectContaining({ items: [], total: 0 }),
      ]);
    }
    const { body } = await portal
      .as('nina.ads')
      .get('/pilots/default/asked')
      .expect(200);
    expect(body).toMatchObject({
      readiness: null,
      gate: null,
      proposal: {
        snapshot: {
          readinessHidden: true,
          ...{ gate: null, readiness: null, checks: [], dimensions: [] },
        },
      },
    });
    expect(JSON.stringify(body)).not.toContain('docs.');
  });

  it('leave out what cannot be seen', async () => {
    expect(await names('', 'hal.payments')).not.toContain('built');
    expect((await list('total=true', 'hal.payments')).total).toBe(4);
    const { status } = await portal
      .as('hal.payments')
      .get('/pilots/default/built');
    expect(status).toBe(404);
  });

  it('come as CSV, all of them', async () => {
    const { text, headers } = await portal
      .as('cleo')
      .get('/pilots?orderBy=phase')
      .set('accept', 'text/csv')
      .expect(200);
    expect(headers['content-disposition']).toMatch(/pilots-/);
    const [head, ...rows] = text
      .trim()
      .split('\r\n')
      .map(row => row.split(','));
    const cells = rows.map(row =>
      [
        'target',
        'phase',
        'readiness',
        'weakest',
        'left',
        'recommended',
        'proposed',
      ].map(column => row[head.indexOf(column)]),
    );
    expect(cells).toEqual([
      [ref('idle'), 'pilot', '0', 'docs', '1', 'gather-demand', ''],
      [ref('asked'), 'demand', '0', 'docs', '0', 'invest', 'build-out'],
      [ref('built'), 'build-out', '0.5', 'docs', '1', 'revisit', ''],
      [ref('done'), 'platform', '1', 'docs', '', 'continue', ''],
      [ref('ended'), 'point-solution', '0', 'docs', '', 'point-solution', ''],
    ]);
  });

  it('are sorted and filtered by what the writes and the minute keep', async () => {
    const stored = async (name: string) =>
      portal
        .knex('target')
        .where({ ref: ref(name) })
        .first('readiness', 'recommended');
    expect(await stored('asked')).toEqual({
      readiness: 0,
      recommended: 'invest',
    });
    const { interest } = await portal.record('ana', ref('idle'), {
      team: 'group:default/payments',
    });
    expect(await names('recommended=invest')).toEqual(['asked']);
    await portal.runTask('pilot-phase-follow');
    expect((await names('recommended=invest')).sort()).toEqual([
      'asked',
      'idle',
    ]);
    await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
    await portal.runTask('pilot-demand-sweep');
    expect(await names('recommended=invest')).toEqual(['asked']);
  });

  it('of what lapses soon come in pages, though soon moves on', async () => {
    await portal
      .as('dana')
      .post('/readiness/pilot/default/asked/attestations')
      .send({
        ...{ check: 'docs.one', verdict: 'pass', expiresAt: inDays(12) },
        evidence: 'https://wiki.example.com',
      })
      .expect(201);
    expect(await paged('expiring=true', 1)).toEqual(
      ['built', 'asked'].map(ref),
    );
    const { nextCursor } = await list('expiring=true&limit=1');
    for (const query of ['', 'expiring=false&']) {
      await portal
        .as('cleo')
        .get(`/pilots?${query}limit=1&cursor=${nextCursor}`)
        .expect(400);
    }
  });
});
