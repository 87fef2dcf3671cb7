import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { sampleReadiness } from '../../examples/readiness/sampleReadiness.mjs';
import { loadReadiness } from './loadReadiness.mjs';

const firstStart = new Date('2026-03-02T09:00:00Z');

/** A pilot backend that keeps proposals until they are decided, and refuses what it is told to. */
async function backend(t, { refuse } = {}) {
  const seen = [];
  const decided = [];
  const behaviour = { refuse };
  let last = 0;
  const open = new Map();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const answer = (status, value) =>
      response.writeHead(status).end(JSON.stringify(value));
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname === '/api/auth/development/refresh') {
      const token = url.searchParams.get('user');
      answer(200, { backstageIdentity: { token } });
      return;
    }
    const path = url.pathname.replace('/api/pilot', '');
    const by = request.headers.authorization.replace('Bearer ', '');
    const body = text && JSON.parse(text);
    if (path.endsWith('/decisions')) {
      answer(200, { items: decided.filter(item => item.path === path) });
      return;
    }
    seen.push({ by, call: `${request.method} ${path}`, body });
    if (behaviour.refuse?.test(path)) {
      answer(403, { error: { message: 'not you' } });
    } else if (path.endsWith('/proposals')) {
      last += 1;
      open.set(`p${last}`, body);
      answer(201, { proposal: { id: `p${last}`, version: 1 } });
    } else if (path.endsWith('/decision')) {
      const [, id] = /proposals\/(\w+)\/decision$/.exec(path);
      const proposed = { reason: open.get(id).reason };
      decided.push({
        path: path.replace(/\/proposals.*/, '/decisions'),
        proposed,
      });
      answer(200, {});
    } else {
      answer(200, {});
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const settings = {
    backendAddress: `http://127.0.0.1:${server.address().port}`,
    token: 'secret',
  };
  const load = () => loadReadiness({ settings, firstStart });
  return { seen, behaviour, load };
}

test('everybody says in their own name what is theirs, and a service reports', async t => {
  const { seen, load } = await backend(t);
  const earliest = Date.now();
  await load();
  const latest = Date.now();
  const sent = seen.filter(({ call }) => !call.endsWith('/decision'));
  const steps = sampleReadiness(firstStart);
  assert.deepEqual(
    sent.map(({ body: { expiresAt, ...body }, ...request }, index) => ({
      ...request,
      body: steps[index].lapsesMs
        ? body
        : { ...body, ...(expiresAt && { expiresAt }) },
    })),
    steps.map(({ as, method, path, body }) => ({
      by: as === null ? 'secret' : `user:default/${as}`,
      call: `${method} ${path}`,
      body: { ...body },
    })),
  );
  // Counted from when each was sent, however long the catalog was waited for.
  for (const [index, { lapsesMs }] of steps.entries()) {
    if (lapsesMs) {
      const at = Date.parse(sent[index].body.expiresAt) - lapsesMs;
      assert.ok(at >= earliest && at <= latest);
    }
  }
});

test('proposals are decided by somebody else, on the version that was answered', async t => {
  const { seen, load } = await backend(t);
  await load();
  const decisions = seen.filter(({ call }) => call.endsWith('/decision'));
  assert.deepEqual(
    decisions.map(({ by, body }) => [by, body.decision, body.version]),
    [
      ['user:default/kwame', 'approve', 1],
      ['user:default/ines', 'reject', 1],
    ],
  );
});

test('what was decided is not proposed again, and what waits is proposed as it was', async t => {
  const { seen, load } = await backend(t);
  await load();
  seen.length = 0;
  await load();
  assert.deepEqual(
    seen
      .filter(({ call }) => call.includes('/proposals'))
      .map(({ call }) => call),
    ['POST /pilots/default/delta-sharing/proposals'],
  );
});

test('a refusal says who was refused what, and can be repeated', async t => {
  const { seen, behaviour, load } = await backend(t, { refuse: /waivers/ });
  await assert.rejects(
    load(),
    /^Error: POST \/readiness\/pilot\/default\/service-credentials\/waivers of ada answered 403: .*not you/,
  );
  behaviour.refuse = undefined;
  const before = seen.length;
  await load();
  assert.ok(seen.length > before);
});
