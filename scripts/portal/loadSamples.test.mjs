import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sampleInterest } from '../../examples/interest/sampleInterest.mjs';
import { sampleReadiness } from '../../examples/readiness/sampleReadiness.mjs';
import { loadSamples } from './loadSamples.mjs';

const monday = new Date('2026-03-02T09:00:00Z');
const tuesday = new Date('2026-03-03T09:00:00Z');

/** A backend whose catalog knows nothing when first asked, and whose import answers as told. */
async function backend(t, { importStatus = 200, failed = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-samples-'));
  const seen = { questions: 0, imports: [], tokens: new Set(), answers: 0 };
  const behaviour = { importStatus, failed, answerStatus: 200 };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = (status, value) =>
      response.writeHead(status).end(JSON.stringify(value));
    if (request.url === '/api/catalog/entities/by-refs') {
      seen.tokens.add(request.headers.authorization);
      seen.questions += 1;
      const known = seen.questions > 1 ? { kind: 'Any' } : null;
      answer(200, { items: JSON.parse(body).entityRefs.map(() => known) });
    } else if (request.url === '/api/pilot/import') {
      seen.tokens.add(request.headers.authorization);
      seen.imports.push(body.trim().split('\n'));
      answer(behaviour.importStatus, { failed: behaviour.failed });
    } else if (request.url.startsWith('/api/auth/development/refresh')) {
      answer(200, { backstageIdentity: { token: 'theirs' } });
    } else if (request.url.endsWith('/decisions')) {
      answer(200, { items: [] });
    } else if (/pilot.(readiness|pilots)./.test(request.url)) {
      if (!request.url.endsWith('/decision')) seen.answers += 1;
      answer(behaviour.answerStatus, { proposal: { id: 'p', version: 1 } });
    } else {
      answer(404, {});
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  t.after(() => rm(folder, { recursive: true }));
  const settings = {
    backendAddress: `http://127.0.0.1:${server.address().port}`,
    dataFolder: folder,
    token: 'secret',
  };
  const load = now => loadSamples({ settings, say() {}, now });
  return { seen, behaviour, folder, load };
}

test('a year of interest is imported once, when the catalog knows everybody in it', async t => {
  const { seen, load } = await backend(t);
  await load(monday);
  await load(tuesday);
  assert.deepEqual(seen.imports.flat(), sampleInterest(monday));
  assert.equal(seen.questions, 2);
  assert.deepEqual([...seen.tokens], ['Bearer secret']);
});

test('after an interruption the same lines are sent again', async t => {
  const { seen, behaviour, load } = await backend(t, { importStatus: 500 });
  await assert.rejects(load(monday), /answered 500/);
  behaviour.importStatus = 200;
  await load(tuesday);
  assert.deepEqual(seen.imports[1], sampleInterest(monday));
  assert.deepEqual(seen.imports[1], seen.imports[0]);
});

test('a refused line is a failure that says which, and nothing counts as loaded', async t => {
  const failed = [{ line: 7, message: 'target is missing' }];
  const { seen, behaviour, load } = await backend(t, { failed });
  await assert.rejects(load(monday), /1 lines.*\(7\): target is missing/);
  behaviour.failed = [];
  await load(monday);
  assert.equal(seen.imports.length, 2);
});

test('what a killed start left half written is no hindrance', async t => {
  const { folder, load } = await backend(t);
  await writeFile(join(folder, 'samples.json.new'), '{"firstSta');
  await load(monday);
  assert.deepEqual(
    JSON.parse(await readFile(join(folder, 'samples.json'), 'utf8')),
    { firstStart: monday.toISOString(), loaded: true, readiness: true },
  );
});

test('answers and decisions follow once, also on data that have the interest already', async t => {
  const { seen, behaviour, folder, load } = await backend(t);
  await writeFile(
    join(folder, 'samples.json'),
    JSON.stringify({ firstStart: monday.toISOString(), loaded: true }),
  );
  behaviour.answerStatus = 503;
  await assert.rejects(load(tuesday), /answered 503/);
  behaviour.answerStatus = 200;
  seen.answers = 0;
  await load(tuesday);
  await load(tuesday);
  assert.equal(seen.imports.length, 0);
  assert.equal(seen.answers, sampleReadiness(monday).length);
});
