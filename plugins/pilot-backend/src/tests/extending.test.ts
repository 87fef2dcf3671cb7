import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import {
  CheckResult,
  Readiness,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { parse } from 'yaml';
import { databases } from '../__testUtils__/databases';
import rotaModule from '../__testUtils__/rotaModule';
import { pilot } from '../__testUtils__/testCatalog';
import { pathOf, startPortal, TestPortal } from '../__testUtils__/testPortal';
import { readPilotConfig } from '../kernel/config/config';

jest.setTimeout(300_000);

const root = join(__dirname, '../../../..');
const page = readFileSync(join(root, 'docs/extending.md'), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(
    ([, text]) => text,
  );

describe('docs/extending.md', () => {
  it('shows the module that is tested here', () => {
    const module = readFileSync(
      join(__dirname, '../__testUtils__/rotaModule.ts'),
      'utf8',
    );
    expect(blocks('ts')).toContain(module);
  });

  it('shows configuration that is taken', () => {
    const given = blocks('yaml')
      .map(text => parse(text))
      .filter(config => config.pilot);
    expect(given).toHaveLength(2);
    const [own, techInsights] = given.map(config =>
      readPilotConfig(new ConfigReader(config), undefined, [
        {
          id: 'tech-insights',
          answer: 'Tech Insights runs a check.',
          checks: Object.keys(
            config.pilot.readiness.techInsights?.checks ?? {},
          ),
        },
      ]),
    );
    const ids = ({ checks }: typeof own) => checks.map(({ id }) => id);
    expect(ids(own)).toEqual(
      expect.arrayContaining([
        'governance.lifecycle',
        'governance.exit-plan',
        'automation.restore-drill',
      ]),
    );
    expect(
      techInsights.checks
        .filter(({ source }) => source === 'tech-insights')
        .map(({ id, staleAfterDays }) => [id, staleAfterDays]),
    ).toEqual([
      ['automation.monitoring', 14],
      ['quality.tested', 14],
    ]);
  });
});

describe.each(databases.eachSupportedId())('the rota on %s', databaseId => {
  const sharing = 'pilot:default/delta-sharing';
  const changedAt = new Date(Date.now() - 3_600_000).toISOString();
  let answer: { status: number; body: object };
  const rota = createServer((_request, response) => {
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  let baseUrl: string;
  let portal: TestPortal;

  beforeAll(async () => {
    await new Promise<void>(done => {
      rota.listen(0, 'localhost', done);
    });
    baseUrl = `http://localhost:${(rota.address() as AddressInfo).port}`;
    portal = await startPortal({
      knex: await databases.init(databaseId),
      config: { rota: { baseUrl } },
      features: [rotaModule],
    });
    const staffed = pilot('delta-sharing');
    staffed.metadata.annotations = { 'example.com/rota': 'data team' };
    portal.catalog.set(staffed);
  });
  afterAll(async () => {
    await portal?.backend.stop();
    rota.close();
  });

  /** Collects again, as if days had passed since the last time. */
  async function collectAfter(days: number): Promise<Readiness> {
    await portal.knex('readiness_fact').update({
      collected_at: portal.knex.raw('collected_at - ?', [days * dayMs]),
    });
    const { body } = await portal
      .as('ana')
      .post(`/readiness/${pathOf(sharing)}/collect`)
      .expect(200);
    return body;
  }

  const rotaOf = ({ checks }: Readiness): CheckResult =>
    checks.find(({ id }) => id === 'headcount.rota')!;

  it('is asked, and keeps its last answer while it is away', async () => {
    answer = { status: 200, body: { people: ['a', 'b'], changedAt } };
    const { body } = await portal
      .as('ana')
      .get(`/readiness/${pathOf(sharing)}`)
      .expect(200);
    expect(rotaOf(body)).toMatchObject({
      verdict: 'pass',
      source: 'rota',
      answer: 'From the rota: at least two people are on it.',
      note: '2 on the rota.',
      evidence: `${baseUrl}/rotas/data%20team`,
      at: changedAt,
      required: ['platform'],
    });
    expect(body.silent).toEqual([]);

    answer = { status: 503, body: {} };
    const away = await collectAfter(1);
    expect(away.silent).toEqual(['rota']);
    expect(rotaOf(away)).toMatchObject({ verdict: 'pass', at: changedAt });
  });

  it('fails by what is known, and says nothing of what is not', async () => {
    answer = { status: 200, body: { people: ['a'], changedAt } };
    expect(rotaOf(await collectAfter(1))).toMatchObject({
      verdict: 'fail',
      note: '1 on the rota.',
    });

    // Found out three days ago, it holds for two: unknown, and still told.
    const longAgo = new Date(Date.now() - 3 * dayMs).toISOString();
    answer = { status: 200, body: { people: ['a', 'b'], changedAt: longAgo } };
    expect(rotaOf(await collectAfter(1))).toMatchObject({
      verdict: 'unknown',
      lastAnswer: { verdict: 'pass', source: 'rota', at: longAgo },
    });
    answer = { status: 404, body: {} };
    const untold = await collectAfter(1);
    expect(rotaOf(untold)).toMatchObject({ verdict: 'unknown' });
    expect(untold.silent).toEqual([]);
  });

  it('is not asked about what has no rota', async () => {
    const { body } = await portal
      .as('ana')
      .get('/readiness/api/default/orders')
      .expect(200);
    expect(rotaOf(body).verdict).toBe('notApplicable');
  });
});
