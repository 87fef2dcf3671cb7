import { defaultChecks } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import {
  entityOf,
  lake,
  readyPilot,
  readyTitles,
  setReadyWorld,
} from '../__testUtils__/readyPilot';
import { TestTechDocs } from '../__testUtils__/techDocsPlugin';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const path = '/readiness/pilot/default/lake';
const minute = 60_000;
const day = 24 * 60 * minute;

describe.each(databases.eachSupportedId())('facts on %s', databaseId => {
  let portal: TestPortal;
  let docs: TestTechDocs;
  const begin = async (
    options: Partial<Parameters<typeof startPortal>[0]> = {},
  ) => {
    docs = new TestTechDocs();
    docs.sites.set('default/pilot/lake', { titles: readyTitles });
    portal = await startPortal({
      knex: await databases.init(databaseId),
      ...options,
      features: [docs.plugin, ...(options.features ?? [])],
    });
    setReadyWorld(portal.catalog);
  };
  afterEach(() => portal?.backend.stop());

  const look = async (url = path) => {
    const { body } = await portal.as('ana').get(url).expect(200);
    return body;
  };
  const check = (body: any, id: string) =>
    body.checks.find((each: { id: string }) => each.id === id);
  const collect = () => portal.runTask('pilot-readiness-collect');
  const facts = () => portal.knex('readiness_fact');
  /** As if the sources had been asked so long ago. */
  const age = async (ms: number) => {
    for (const { target_id: id, collected_at: at } of await facts()) {
      await facts()
        .where('target_id', id)
        .update({ collected_at: Number(at) - ms });
    }
  };

  it('are collected when somebody looks for the first time, and kept for those that matter', async () => {
    await begin();
    const first = await look();
    expect(first.collectedAt).not.toBeNull();
    expect(first.silent).toEqual([]);
    expect(await facts()).toHaveLength(1);
    // What changes in the catalog is seen when the sources are asked again.
    portal.catalog.set(readyPilot({ spec: { decisions: [] } }));
    const second = await look();
    expect(second.collectedAt).toBe(first.collectedAt);
    expect(check(second, 'docs.lessons').verdict).toBe('pass');

    // Nobody asked for this API, and no Pilot needs it: it leaves no trace.
    const orders = await look('/readiness/api/default/orders');
    expect(orders).toMatchObject({ gate: null, target: 'api:default/orders' });
    expect(orders.checks).toHaveLength(defaultChecks.length);
    expect(
      orders.checks
        .filter((each: any) => each.verdict !== 'notApplicable')
        .map((each: any) => [each.id, each.required])
        .sort(),
    ).toEqual([
      ['docs.api-reference', []],
      ['docs.examples', []],
      ['docs.getting-started', []],
      ['docs.troubleshooting', []],
      ['governance.owner', []],
      ['headcount.support', []],
    ]);
    expect(
      await portal.knex('target').where('ref', 'api:default/orders'),
    ).toEqual([]);
    expect(await facts()).toHaveLength(1);
    const log = await portal.as('ana').get('/readiness/api/default/orders/log');
    expect(log.body).toEqual({ items: [] });
  });

  it('are asked for again at once, but not twice within ten seconds', async () => {
    await begin();
    await look();
    const press = async () =>
      (await portal.as('ana').post(`${path}/collect`).expect(200)).body;
    const stood = await press();
    portal.catalog.set(readyPilot({ spec: { decisions: [] } }));
    expect((await press()).collectedAt).toBe(stood.collectedAt);
    await age(11_000);
    const anew = await press();
    expect(check(anew, 'docs.lessons')).toMatchObject({
      verdict: 'fail',
      note: 'Missing: a decision with its rationale.',
    });
  });

  it('are collected by the task: never first, then other checks, then the oldest', async () => {
    await begin();
    await portal.sync();
    await collect();
    const targets = await portal.knex('target').whereNull('gone_at');
    expect(await facts()).toHaveLength(
      targets.filter(({ ref }) => !ref.includes('none')).length,
    );
    const before = await facts().orderBy('target_id');
    await collect();
    expect(await facts().orderBy('target_id')).toEqual(before);

    await age(16 * minute);
    portal.catalog.set(readyPilot({ spec: { decisions: [] } }));
    await collect();
    const after = await facts().orderBy('target_id');
    const texts = (rows: any[]) =>
      rows.map(({ collected_at: _, answers }) => answers);
    // Only what changed was written, and the time.
    expect(
      texts(after).filter((text, index) => text !== texts(before)[index]),
    ).toHaveLength(1);
    expect(check(await look(), 'docs.lessons').verdict).toBe('fail');
    const log = await portal.as('ana').get(`${path}/log?check=docs.lessons`);
    expect(
      log.body.items.map((line: any) => [line.by, line.verdict, line.note]),
    ).toEqual([
      ['pilot', 'fail', 'Missing: a decision with its rationale.'],
      [
        'pilot',
        'pass',
        'It states 1 decision and 1 success measure with where it stands.',
      ],
    ]);
    // The list knows what is stored.
    const { readiness } = await portal
      .knex('target')
      .where('ref', lake)
      .first();
    expect(readiness).toBeCloseTo((await look()).score, 9);
  });

  it('are collected anew under other checks, and a new condition holds the gate at once', async () => {
    await begin();
    await portal.sync();
    await collect();
    await portal.backend.stop();
    const added = {
      dimension: 'docs',
      question: 'Is it tagged?',
      required: ['build-out'],
      predicate: { 'metadata.tags': { $contains: 'data' } },
      fix: { text: 'Tag it.', link: 'https://wiki.example.com/tags' },
    };
    portal = await startPortal({
      ...{ knex: portal.knex, catalog: portal.catalog },
      features: [docs.plugin],
      config: { pilot: { readiness: { checks: { 'docs.tagged': added } } } },
    });
    const refs = { targets: [lake] };
    const { body } = await portal
      .as('ana')
      .post('/readiness/by-refs')
      .send(refs);
    expect(body.items[0].unknown).toBeGreaterThan(0);
    await collect();
    const now = await look();
    expect(check(now, 'docs.tagged')).toMatchObject({
      verdict: 'fail',
      source: 'predicate',
      note: 'Its catalog entry does not meet the condition of this check.',
      fix: { link: 'https://wiki.example.com/tags' },
    });
    expect(now.gate.left).toContainEqual({
      code: 'check',
      check: 'docs.tagged',
    });
    portal.catalog.set(readyPilot({ metadata: { tags: ['data'] } }));
    await age(16 * minute);
    await collect();
    expect(check(await look(), 'docs.tagged').verdict).toBe('pass');
  });

  it('of a source that fails stay until they are stale, and are never a failure', async () => {
    await begin();
    await look();
    docs.isDown = true;
    await age(20 * minute);
    await collect();
    const kept = await look();
    expect(kept.silent).toEqual(['techdocs']);
    expect(check(kept, 'docs.examples')).toMatchObject({
      verdict: 'pass',
      at: expect.any(String),
    });
    // A week later nothing is known, but what was.
    const { id } = await portal.knex('target').where('ref', lake).first('id');
    const own = () => facts().where('target_id', id);
    const answers = JSON.parse((await own().first()).answers).map(
      (each: any) => ({ ...each, at: Date.now() - 7 * day }),
    );
    await own().update({ answers: JSON.stringify(answers) });
    await age(20 * minute);
    await collect();
    expect(check(await look(), 'docs.examples')).toMatchObject({
      verdict: 'unknown',
      source: 'techdocs',
      note: null,
      lastAnswer: { verdict: 'pass', source: 'techdocs' },
    });
    // What the catalog alone tells is answered all the same.
    expect(check(await look(), 'governance.owner').verdict).toBe('pass');
    docs.isDown = false;
    await age(20 * minute);
    await collect();
    expect(await look()).toMatchObject({ silent: [] });
    expect(check(await look(), 'docs.examples').verdict).toBe('pass');
  });

  it('of documentation whose files are out of reach stay, and are right again afterwards', async () => {
    await begin();
    docs.areFilesDown = true;
    expect((await look()).silent).toEqual(['techdocs']);
    expect(check(await look(), 'docs.examples').verdict).toBe('unknown');
    // The site was not built anew: nothing of the failure was kept.
    docs.areFilesDown = false;
    await age(20 * minute);
    await collect();
    expect(check(await look(), 'docs.examples').verdict).toBe('pass');
    expect((await look()).silent).toEqual([]);
  });

  describe('and what lists sort by', () => {
    const stored = async () =>
      (await portal.knex('target').where('ref', lake).first()).readiness;
    /** Everything collected and assessed once. */
    const settle = async () => {
      await begin();
      await portal.sync();
      await collect();
      await portal.runTask('pilot-phase-follow');
    };
    const attest = () =>
      portal
        .as('dana')
        .post(`${path}/attestations`)
        .send({
          ...{ check: 'governance.tenancy', verdict: 'pass' },
          evidence: 'https://wiki.example.com/tenancy',
        })
        .expect(201);

    it('are written only where they differ, and of Pilots after their demand changed', async () => {
      await settle();
      const written = async (run: () => Promise<unknown>) => {
        let count = 0;
        const hear = ({ sql }: { sql: string }) => {
          count += Number(/^update .*assessed_at/.test(sql));
        };
        portal.knex.on('query', hear);
        await run();
        portal.knex.off('query', hear);
        return count;
      };
      const again = async () => {
        await age(20 * minute);
        await collect();
        await portal.runTask('pilot-demand-sweep');
        await portal.runTask('pilot-phase-follow');
      };
      expect(await written(again)).toBe(0);
      portal.catalog.set(readyPilot({ spec: { decisions: [] } }));
      expect(await written(again)).toBe(1);
      expect(await stored()).toBeCloseTo((await look()).score, 9);
      await portal.record('ana', 'pilot:default/delta-sharing', {
        team: 'group:default/payments',
      });
      expect(await written(again)).toBe(1);
      expect(await written(again)).toBe(0);
    });

    it('stay as they were written meanwhile, though a slow collection began before', async () => {
      await settle();
      const assessed = (ms: number) =>
        portal
          .knex('target')
          .where('ref', lake)
          .update({ readiness: 0.123, assessed_at: Date.now() + ms });
      await assessed(minute);
      await age(20 * minute);
      await collect();
      await portal.runTask('pilot-demand-sweep');
      expect(await stored()).toBe(0.123);
      // Who holds the lock knows the present, whatever the clock said.
      await attest();
      expect(await stored()).toBeCloseTo((await look()).score, 9);
      await assessed(-minute);
      await portal.runTask('pilot-demand-sweep');
      expect(await stored()).toBeCloseTo((await look()).score, 9);
    });
  });

  it('are kept from no entity by one that is unlike all others', async () => {
    await begin();
    portal.catalog.set(
      entityOf('Component', 'odd', {
        metadata: { links: 'none', annotations: { a: 1 } },
        spec: { manualSteps: 'x', profile: 4 },
      }),
    );
    const odd = await look('/readiness/component/default/odd');
    expect(check(odd, 'governance.owner')).toMatchObject({
      verdict: 'fail',
      note: 'Nobody owns it: spec.owner is missing.',
    });
  });

  it('of one batch that fails leave the others', async () => {
    await begin();
    const names = [...Array(150).keys()].map(index => `c${index}`);
    portal.catalog.set(...names.map(name => entityOf('Component', name)));
    await portal.knex('target').insert(
      names.map(name => ({
        ref: `component:default/${name}`,
        kind: 'component',
      })),
    );
    portal.catalog.fails = refs => refs.includes('component:default/c3');
    await collect();
    // The batch of a hundred that c3 is in, and no other.
    expect(await facts()).toHaveLength(50);
    portal.catalog.fails = () => false;
    await collect();
    expect(await facts()).toHaveLength(150);
  });
});
