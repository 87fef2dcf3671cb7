import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from '../process/freePort.mjs';
import { checkConfigs, checkPorts, checkWritable } from './checkMachine.mjs';

for (const host of ['127.0.0.1', '0.0.0.0']) {
  test(`a port that another program listens on (${host}) is named, with the variable to choose another`, async t => {
    const server = createServer();
    await new Promise(resolve => server.listen(0, host, resolve));
    t.after(() => server.close());
    const { port } = server.address();
    await assert.rejects(
      checkPorts({ port: await freePort(), backendPort: port }),
      {
        name: 'PlainError',
        message: new RegExp(`^Port ${port} is taken .*PILOT_BACKEND_PORT=7008`),
      },
    );
  });
}

test('free ports pass, and are free afterwards', async () => {
  const ports = { port: await freePort(), backendPort: await freePort() };
  await checkPorts(ports);
  await checkPorts(ports);
});

test('a folder that can be written passes and keeps nothing of the probe', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-check-'));
  t.after(() => rm(folder, { recursive: true }));
  await checkWritable(join(folder, 'new'));
  assert.deepEqual(await readdir(join(folder, 'new')), []);
});

test('a folder that cannot be made is named', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-check-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'file'), '');
  await assert.rejects(checkWritable(join(folder, 'file/below')), {
    name: 'PlainError',
    message: /file\/below cannot be written \(ENOTDIR\)/,
  });
});

test('a config file that is not there is named', () => {
  assert.throws(() => checkConfigs({ configs: ['/nowhere/my.yaml'] }), {
    name: 'PlainError',
    message: /\/nowhere\/my.yaml does not exist/,
  });
});
