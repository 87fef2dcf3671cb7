// The OpenAPI document, by three generators that people write clients with, compiled strictly.
import { createClient } from '@hey-api/openapi-ts';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { generate } from 'orval';
import ts from 'typescript';
import { projectRoot } from './projectRoot.mjs';

const document = join(projectRoot, 'plugins/pilot-backend/openapi.json');

/**
 * Each generator, and how a program of somebody else uses what it wrote: a list as JSON and as CSV, and a refusal. What
 * is wrong in it must not compile, so a generator that gives everything up as `any` is found.
 */
const generators = {
  'openapi-typescript': {
    write: async folder =>
      writeFile(
        join(folder, 'client.ts'),
        astToString(await openapiTypescript(pathToFileURL(document))),
      ),
    use: `
      import type { operations } from './client';
      type Answer<Id extends keyof operations, Status> =
        operations[Id]['responses'] extends infer All
          ? Status extends keyof All ? All[Status] extends { content: infer Content } ? Content[keyof Content] : never : never
          : never;
      export type Page = Answer<'listDemand', 200>;
      export type Table = Answer<'listDemandCsv', 200>;
      export type Refusal = Answer<'setInterestStatus', 409>;`,
  },
  orval: {
    write: folder =>
      generate({
        input: { target: document },
        output: {
          target: join(folder, 'client.ts'),
          client: 'fetch',
          mode: 'single',
        },
      }),
    use: `
      import { listDemand, listDemandCsv, setInterestStatus } from './client';
      type Answer<Call extends (...args: never[]) => Promise<unknown>, Status> =
        Extract<Awaited<ReturnType<Call>>, { status: Status; data: unknown }>['data'];
      export type Page = Answer<typeof listDemand, 200>;
      export type Table = Answer<typeof listDemandCsv, 200>;
      export type Refusal = Answer<typeof setInterestStatus, 409>;`,
  },
  '@hey-api/openapi-ts': {
    write: folder =>
      createClient({
        input: document,
        output: folder,
        logs: { level: 'silent' },
        plugins: [
          '@hey-api/client-fetch',
          '@hey-api/sdk',
          '@hey-api/typescript',
        ],
      }),
    use: `
      import type { ListDemandResponses, ListDemandCsvResponses, SetInterestStatusErrors } from '.';
      export type Page = ListDemandResponses[200];
      export type Table = ListDemandCsvResponses[200];
      export type Refusal = SetInterestStatusErrors[409];`,
  },
};

const reads = `
  declare const page: Page;
  export const score: number = page.items[0]!.score;
  // @ts-expect-error the last page has none
  export const cursor: string = page.nextCursor;
  declare const table: Table;
  export const lines: string[] = table.split('\\r\\n');
  declare const refusal: Refusal;
  export const version: number | undefined = refusal.current?.version;
  // @ts-expect-error a message is a text
  export const message: number = refusal.error.message;`;

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilot-clients-'));
});
after(() => rm(folder, { recursive: true, force: true }));

for (const [name, { write, use }] of Object.entries(generators)) {
  test(`a client by ${name} compiles, and knows JSON from CSV`, async () => {
    const own = await mkdtemp(join(folder, 'client-'));
    await write(own);
    await writeFile(join(own, 'use.ts'), `${use}\n${reads}`);
    assert.deepEqual(complaints([join(own, 'use.ts')]), []);
  });
}

/** Returns what the TypeScript compiler says of files, and of all that they import. */
function complaints(files) {
  const program = ts.createProgram(files, {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.replace(
          /^.*\//,
          '',
        )}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
