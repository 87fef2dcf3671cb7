import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from '../process/freePort.mjs';
import { servePages } from './pages.mjs';

test('a file is served as what it is, and any other path is a page of the app', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-pages-'));
  t.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'static'));
  await writeFile(join(folder, 'index.html'), '<title>App</title>');
  await writeFile(join(folder, 'static/main.js'), 'start()');
  const port = await freePort();
  const pages = await servePages({ folder, port });
  t.after(pages.stop);
  const get = async path => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    const type = response.headers.get('content-type').split(';')[0];
    return [response.status, type, await response.text()];
  };
  const app = [200, 'text/html', '<title>App</title>'];
  assert.deepEqual(await get('/'), app);
  assert.deepEqual(await get('/catalog/default/pilot/a.b'), app);
  assert.deepEqual(await get('/static'), app);
  const [status, type, text] = await get('/static/main.js?v=1');
  assert.equal(status, 200);
  assert.match(type, /javascript/);
  assert.equal(text, 'start()');
});

test('a port that is taken is a failure', async t => {
  const port = await freePort();
  const pages = await servePages({ folder: tmpdir(), port });
  t.after(pages.stop);
  await assert.rejects(servePages({ folder: tmpdir(), port }), {
    code: 'EADDRINUSE',
  });
});
