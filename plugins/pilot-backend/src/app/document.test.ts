import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Spectral } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { openapiDocument } from './document';

jest.setTimeout(300_000);

const copy = () => JSON.parse(JSON.stringify(openapiDocument));

/** Lists what a linter finds by every rule for OpenAPI, examples included. */
async function lint(document: object): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset({
    extends: [[oas as any, 'all']],
    // It wants an e-mail address, and the project is asked on its site.
    rules: { 'contact-properties': 'off' },
  });
  const found = await spectral.run(document as Record<string, unknown>);
  return found.map(({ code, path }) => `${code} at ${path.join('.')}`);
}

const operations = Object.entries(copy().paths).flatMap(([path, methods]) =>
  Object.entries<any>(methods as object).map(([method, operation]) => ({
    call: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
);

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 of which a linter says nothing', async () => {
    expect(openapiDocument.openapi).toBe('3.1.0');
    expect(await lint(copy())).toEqual([]);
  });

  it.each([
    [
      'an answer',
      (document: any) => {
        const get = document.paths['/demand'].get.responses[200];
        get.content['application/json'].examples.page.value.items = 'none';
      },
      'oas3-valid-media-example at paths./demand.get.responses.200.content.application/json.examples.page.value.items',
    ],
    [
      'a request',
      (document: any) => {
        const put = document.paths['/interests/{id}/status'].put.requestBody;
        put.content['application/json'].examples.planned.value.status = 'done';
      },
      'oas3-valid-media-example at paths./interests/{id}/status.put.requestBody.content.application/json.examples.planned.value.status',
    ],
  ])(
    'has examples that hold: the linter finds %s that does not',
    async (_, spoil, found) => {
      const document = copy();
      spoil(document);
      expect(await lint(document)).toEqual([found]);
    },
  );

  it('is what plugins/pilot-backend/openapi.json holds; else run `yarn openapi` there', () => {
    const file = resolvePackagePath(
      '@pilot-to-platform/plugin-pilot-backend',
      'openapi.json',
    );
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(copy());
  });

  it('has the operations that docs/api.md has, and those of the catalog module', () => {
    const file = resolvePackagePath(
      '@pilot-to-platform/plugin-pilot-backend',
      '../../docs/api.md',
    );
    const rows = readFileSync(file, 'utf8').match(
      /^\| `(GET|PUT|POST|DELETE).*/gm,
    );
    const named = rows!.flatMap(row =>
      [...row.split('|')[1].matchAll(/`(.*?)`/g)].map(([, call]) => call),
    );
    expect(named.sort()).toEqual(
      [
        ...operations.map(({ call }) => call),
        'GET /internal/projection',
        'POST /internal/projection/acknowledged',
        'POST /internal/changes',
      ].sort(),
    );
  });

  it('names every operation once', () => {
    expect(operations.map(({ call }) => call).sort()).toEqual([
      'DELETE /fragmentation/dismissals/{id}',
      'DELETE /interests/{id}',
      'DELETE /pilots/{namespace}/{name}/proposals/{id}',
      'DELETE /readiness/{kind}/{namespace}/{name}/attestations/{id}',
      'DELETE /readiness/{kind}/{namespace}/{name}/waivers/{id}',
      'GET /demand',
      'GET /demand/csv',
      'GET /demand/{kind}/{namespace}/{name}',
      'GET /demand/{kind}/{namespace}/{name}/history',
      'GET /export',
      'GET /export/everything',
      'GET /fragmentation',
      'GET /interests',
      'GET /interests/csv',
      'GET /orphans',
      'GET /orphans/persons',
      'GET /orphans/teams',
      'GET /pilots',
      'GET /pilots/csv',
      'GET /pilots/{namespace}/{name}',
      'GET /pilots/{namespace}/{name}/adoption',
      'GET /pilots/{namespace}/{name}/adoption/csv',
      'GET /pilots/{namespace}/{name}/decisions',
      'GET /pilots/{namespace}/{name}/decisions/csv',
      'GET /policy',
      'GET /readiness/checks',
      'GET /readiness/{kind}/{namespace}/{name}',
      'GET /readiness/{kind}/{namespace}/{name}/csv',
      'GET /readiness/{kind}/{namespace}/{name}/log',
      'GET /readiness/{kind}/{namespace}/{name}/log/csv',
      'GET /similar',
      'POST /demand/by-refs',
      'POST /fragmentation/dismissals',
      'POST /import',
      'POST /import/everything',
      'POST /interests/{id}/confirm',
      'POST /maintenance/check',
      'POST /maintenance/feed',
      'POST /maintenance/rebuild',
      'POST /maintenance/redate',
      'POST /merges',
      'POST /merges/persons',
      'POST /merges/teams',
      'POST /persons/erase',
      'POST /persons/withdraw',
      'POST /pilots/declared-phases',
      'POST /pilots/{namespace}/{name}/proposals',
      'POST /pilots/{namespace}/{name}/proposals/{id}/decision',
      'POST /policy/preview',
      'POST /readiness/by-refs',
      'POST /readiness/{kind}/{namespace}/{name}/attestations',
      'POST /readiness/{kind}/{namespace}/{name}/collect',
      'POST /readiness/{kind}/{namespace}/{name}/results',
      'POST /readiness/{kind}/{namespace}/{name}/waivers',
      'PUT /interests/{id}/status',
      'PUT /interests/{kind}/{namespace}/{name}',
      'PUT /pilots/{namespace}/{name}/satisfaction',
    ]);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(operations.length);
  });

  it('has no default in an answer: what is there is said, and else it is not there', () => {
    const { components } = copy();
    // A line of an export is what an import takes.
    const answers = new Set<string>(['ExchangeLine']);
    const found: string[] = [];
    const look = (value: any, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const named = value.$ref?.match?.(/^#\/components\/schemas\/(.*)$/)?.[1];
      if (named && !answers.has(named)) {
        answers.add(named);
        look(components.schemas[named], named);
      }
      for (const [key, each] of Object.entries<any>(value)) {
        if (key === 'default' && !/properties$/.test(at)) found.push(at);
        if (key !== 'examples') look(each, `${at}.${key}`);
      }
    };
    look(components.responses, 'responses');
    for (const { call, responses } of operations) look(responses, call);
    expect(answers.size).toBeGreaterThan(40);
    expect(found).toEqual([]);
  });

  it('gives one name to one thing, and one type to one answer', () => {
    const { components } = copy();
    const names = Object.values<object>(components).flatMap(of =>
      Object.keys(of).map(name => name.toLocaleLowerCase('en-US')),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const { call, responses } of operations) {
      const types = Object.values<any>(responses).map(({ content }) =>
        Object.keys(content ?? {}),
      );
      expect([call, types.filter(of => of.length > 1)]).toEqual([call, []]);
    }
  });

  it.each(operations.map(operation => [operation.call, operation]))(
    '%s says what it does, with an example of all it takes and answers',
    (_, { summary, description, security, responses, ...operation }) => {
      expect(summary).toEqual(expect.any(String));
      expect(description).toEqual(expect.any(String));
      // No operation leaves what holds for all of them: a token.
      expect(security).toBeUndefined();
      expect(openapiDocument.security).toEqual([{ bearer: [] }]);
      expect(responses).toHaveProperty('401');
      const contents = [operation.requestBody, ...Object.values(responses)]
        .map((each: any) => each?.content)
        .filter(Boolean)
        .flatMap(content => Object.values<any>(content));
      for (const { examples } of contents) {
        expect(Object.keys(examples)).not.toHaveLength(0);
      }
      for (const { name, example, description: what } of operation.parameters ??
        []) {
        expect([name, what]).toEqual([name, expect.any(String)]);
        expect([name, example]).not.toEqual([name, undefined]);
      }
    },
  );

  it('is understood by a foreign generator of clients', async () => {
    const types = astToString(await openapiTS(copy()));
    const use = `
      import type { operations, components } from './api';
      type Ok<Id extends keyof operations> =
        operations[Id] extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never;
      declare const page: Ok<'listDemand'>;
      export const score: number = page.items[0].score;
      export const cursor: string | undefined = page.nextCursor;
      export const query: operations['listDemand']['parameters']['query'] = { kind: ['Pilot'], orderBy: '-growth', weeks: true };
      export const body: components['schemas']['RecordInterest'] = { team: 'group:default/payments', useCase: null };
      // @ts-expect-error there is no such urgency
      export const wrong: components['schemas']['RecordInterest'] = { team: 'payments', urgency: 'huge' };
      declare const interest: Ok<'listInterests'>['items'][number];
      // @ts-expect-error the author may be unknown
      export const author: string = interest.author;
    `;
    expect(errorsOf({ 'api.ts': types, 'use.ts': use })).toEqual([]);
  });
});

/** Lists the errors of the TypeScript compiler in files in memory. */
function errorsOf(files: Record<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  const inMemory = (name: string) => files[name.replace(/^.*\//, '')];
  host.fileExists = name => inMemory(name) !== undefined || fileExists(name);
  host.readFile = name => inMemory(name) ?? readFile(name);
  host.getSourceFile = (name, version) => {
    const text = inMemory(name);
    return text === undefined
      ? getSourceFile(name, version)
      : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram(Object.keys(files), options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, ' '),
    );
}
