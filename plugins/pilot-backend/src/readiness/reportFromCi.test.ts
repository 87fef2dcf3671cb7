import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import request from 'supertest';
import { parse } from 'yaml';
import { databases } from '../__testUtils__/databases';
import { component, TestCatalog } from '../__testUtils__/testCatalog';
import { pilotPlugin } from '../app/plugin';

jest.setTimeout(300_000);

const docs = join(__dirname, '../../../../docs');
const page = readFileSync(join(docs, 'extending.md'), 'utf8');
const shown = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) =>
  parse(text),
);
const workflow = parse(
  readFileSync(join(docs, 'examples/readiness-report.yml'), 'utf8'),
);
const step = workflow.jobs.examples.steps.at(-1);
const gitlab = shown.find(block => block.examples).examples;
const tokens = shown.find(block => block.backend).backend;
const token = 'a-token-that-only-reports';

/** The two commands of the page, with what their system gives them. */
const commands = {
  GitHub: {
    script: step.run as string,
    env: { ...step.env, EVIDENCE: 'https://ci.example/runs/1' },
    passed: { VERDICT: 'pass' },
    failed: { VERDICT: 'fail' },
  },
  GitLab: {
    script: gitlab.after_script[0] as string,
    env: { ...gitlab.variables, CI_JOB_URL: 'https://ci.example/jobs/1' },
    passed: { CI_JOB_STATUS: 'success' },
    failed: { CI_JOB_STATUS: 'failed' },
  },
};

/** Runs a command of the page in the shell of a pipeline. */
async function run(
  script: string,
  env: Record<string, string>,
): Promise<{ code: number; answers: any[] }> {
  return new Promise(done => {
    execFile(
      'bash',
      ['-e', '-u', '-c', script],
      { env: { PATH: process.env.PATH, ...env } },
      (error, stdout) =>
        done({
          code: error ? Number(error.code) : 0,
          answers: stdout
            .split(/(?<=\})\s*(?=\{)/)
            .filter(Boolean)
            .map(text => JSON.parse(text)),
        }),
    );
  });
}

it('the page shows the step of the workflow', () => {
  expect(shown).toContainEqual([step]);
  expect(step.if).toContain('["success", "failure"]');
  expect(step.env.VERDICT).toBe(
    "${{ steps.examples.outcome == 'success' && 'pass' || 'fail' }}",
  );
  expect(step.env.PILOT_TOKEN).toBe('${{ secrets.PILOT_TOKEN }}');
});

describe.each(databases.eachSupportedId())('a report on %s', databaseId => {
  const target = 'component:default/delta-share-server';
  let knex: Knex;
  let backend: TestBackend;
  let url: string;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    const catalog = new TestCatalog();
    catalog.set(component('delta-share-server'));
    const externalAccess = structuredClone(tokens.auth.externalAccess);
    externalAccess[0].options.token = token;
    backend = await startTestBackend({
      features: [
        pilotPlugin,
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        mockServices.database.factory({ knex }),
        mockServices.scheduler.mock().factory,
        mockServices.rootConfig.factory({
          data: {
            backend: { auth: { externalAccess } },
            permission: { enabled: true },
          },
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => catalog.service(),
        }),
      ],
    });
    url = `http://localhost:${backend.server.port()}/api/pilot`;
  });
  afterAll(() => backend?.stop());

  const kept = async () =>
    knex('check_result').select('check_id', 'verdict', 'by', 'evidence');

  describe.each(Object.entries(commands))('by %s', (_name, command) => {
    const env = { ...command.env, PILOT_URL: '', PILOT_TOKEN: token };

    beforeEach(async () => {
      await knex('check_result').delete();
    });

    it.each(['passed', 'failed'] as const)('tells that it %s', async how => {
      const { code, answers } = await run(command.script, {
        ...env,
        ...command[how],
        PILOT_URL: url,
      });
      expect([code, answers]).toEqual([
        0,
        [{ target, accepted: 1, unchanged: 0 }],
      ]);
      expect(await kept()).toEqual([
        {
          check_id: 'docs.examples',
          verdict: how === 'passed' ? 'pass' : 'fail',
          by: 'ci',
          evidence: command.env.EVIDENCE ?? command.env.CI_JOB_URL,
        },
      ]);
    });

    it('is tried again when its answer is lost, and counts once', async () => {
      let requests = 0;
      const proxy = createServer(async (incoming, response) => {
        requests += 1;
        const chunks = await incoming.toArray();
        const answer = await fetch(`${url}${incoming.url}`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Authorization: incoming.headers.authorization!,
          },
          body: Buffer.concat(chunks),
        });
        const body = await answer.text();
        response.writeHead(requests === 1 ? 503 : answer.status);
        response.end(body);
      });
      await new Promise<void>(done => {
        proxy.listen(0, 'localhost', done);
      });
      const { port } = proxy.address() as AddressInfo;
      const { code, answers } = await run(command.script, {
        ...env,
        ...command.passed,
        PILOT_URL: `http://localhost:${port}`,
      });
      proxy.close();
      expect(code).toBe(0);
      expect(answers).toEqual([
        { target, accepted: 1, unchanged: 0 },
        { target, accepted: 0, unchanged: 1 },
      ]);
      expect(await kept()).toHaveLength(1);
    });

    it('fails loudly with another token, and where there is no such check', async () => {
      const given = { ...env, ...command.passed, PILOT_URL: url };
      const other = await run(command.script, { ...given, PILOT_TOKEN: 'no' });
      expect(other).toMatchObject({
        code: 22,
        answers: [{ error: { name: 'AuthenticationError' } }],
      });
      const unknown = await run(command.script, {
        ...given,
        CHECK: 'docs.exam',
      });
      expect(unknown).toMatchObject({
        code: 22,
        answers: [
          {
            error: {
              name: 'InputError',
              message: expect.stringContaining('docs.examples'),
            },
          },
        ],
      });
      expect(await kept()).toEqual([]);
    });
  });

  it('by GitLab tells nothing of a cancelled job', async () => {
    const { script, env } = commands.GitLab;
    await knex('check_result').delete();
    await expect(
      run(script, {
        ...env,
        PILOT_URL: url,
        PILOT_TOKEN: token,
        CI_JOB_STATUS: 'canceled',
      }),
    ).resolves.toEqual({ code: 0, answers: [] });
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['get', '/export'],
    ['get', '/readiness/checks'],
    ['get', '/readiness/component/default/delta-share-server'],
    ['post', '/readiness/component/default/delta-share-server/collect'],
    ['get', '/pilots'],
  ] as const)('its token may not %s %s', async (method, path) => {
    const { status } = await request(backend.server)
      [method](`/api/pilot${path}`)
      .set('Authorization', `Bearer ${token}`);
    expect(status).toBe(403);
  });
});
