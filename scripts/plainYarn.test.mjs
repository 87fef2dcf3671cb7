import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { freePort } from './process/freePort.mjs';
import { startProgram } from './process/startProgram.mjs';
import { projectRoot as root } from './projectRoot.mjs';
import { isRunByYarn } from './toolchain/bootstrap.mjs';
import { programsFolder } from './toolchain/installToolchain.mjs';

for (const [runner, node, expected] of [
  ['yarn/4.13.0 npm/? node/v24.21.0 linux x64', 'v24.21.0', true],
  ['yarn/4.13.0 npm/? node/v20.1.0 linux x64', 'v20.1.0', false],
  ['yarn/1.22.22 npm/? node/v24.21.0 linux x64', 'v24.21.0', false],
  ['npm/11.0.0 node/v24.21.0 linux x64', 'v24.21.0', false],
  [undefined, 'v24.21.0', false],
]) {
  test(`${runner} ${expected ? 'spares' : 'needs'} the pinned Node`, () => {
    const env = { npm_config_user_agent: runner };
    assert.equal(isRunByYarn(env, node), expected);
  });
}

// What follows runs in a clone of this working tree. Its packages are links to those of this one, so that the install
// compares them with the lockfile, and downloads nothing.
let clone;

before(async () => {
  clone = await mkdtemp(join(root, '.toolchain/plain-'));
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8' },
  );
  for (const file of new Set(files.split('\0'))) {
    if (!file || !existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    copyFileSync(join(root, file), join(clone, file));
  }
});

after(() => rm(clone, { recursive: true, force: true, maxRetries: 3 }));

/** Links the installed packages into the clone, except for what Yarn writes. */
async function linkPackages() {
  for (const folder of globSync(
    ['node_modules', 'packages/*/node_modules', 'plugins/*/node_modules'],
    { cwd: root },
  )) {
    execFileSync('cp', ['-RPl', join(root, folder), join(clone, folder)]);
  }
  const state = 'node_modules/.yarn-state.yml';
  await rm(join(clone, state));
  copyFileSync(join(root, state), join(clone, state));
}

/** As in the shell of a person who has Node 24 and Yarn, and no network. */
function plainEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD|NODE_|YARN_|PILOT_|BERRY_|XDG_)/i.test(name),
  );
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => !folder.includes('node_modules'));
  return {
    ...Object.fromEntries(kept),
    PATH: [dirname(process.execPath), programsFolder(root), ...path].join(
      delimiter,
    ),
    YARN_GLOBAL_FOLDER: join(root, '.toolchain/yarn'),
    YARN_ENABLE_NETWORK: '0',
  };
}

function startYarn(args, onLine, env = {}) {
  return startProgram('yarn', args, {
    cwd: clone,
    env: { ...plainEnvironment(), ...env },
    onLine,
  });
}

async function runYarn(...args) {
  const lines = [];
  const code = await startYarn(args, line => lines.push(line)).exited;
  return { code, output: lines.join('\n') };
}

test('without its packages, Yarn says what to do', async () => {
  const { code, output } = await runYarn('start');
  assert.equal(code, 1);
  assert.match(output, /install/);
});

test('yarn install needs nothing that the lockfile does not have', async () => {
  await linkPackages();
  const { code, output } = await runYarn('install', '--immutable');
  assert.equal(code, 0, output);
});

test('yarn test runs a file of tests', async () => {
  const file = 'plugins/pilot-common/src/demand/decay.test.ts';
  const { code, output } = await runYarn('test', file);
  assert.equal(code, 0, output);
  assert.match(output, /^[1-9]\d* passed, 0 failed, 0 skipped$/m);
});

test('yarn start brings up a portal that answers', async () => {
  const ports = { pages: await freePort(), backend: await freePort() };
  // No samples: what loads them is tested elsewhere.
  await writeFile(join(clone, 'own.yaml'), 'catalog:\n  locations: []\n');
  const lines = [];
  let portal;
  const ready = new Promise(resolve => {
    portal = startYarn(
      ['start', '--config', 'own.yaml'],
      line => {
        lines.push(line);
        if (line === 'The portal is ready.') resolve();
      },
      {
        PILOT_PORT: String(ports.pages),
        PILOT_BACKEND_PORT: String(ports.backend),
      },
    );
  });
  try {
    const early = portal.exited.then(() => assert.fail(lines.join('\n')));
    await Promise.race([ready, early]);
    const pages = await fetch(`http://localhost:${ports.pages}/`);
    assert.match(await pages.text(), /<div id="root">/);
    const policy = `http://localhost:${ports.backend}/api/pilot/policy`;
    assert.equal((await fetch(policy)).status, 401);
  } finally {
    await portal.stop();
  }
});

test('no Node or Yarn was put beside those of the machine', () => {
  assert.deepEqual(globSync('.toolchain/tools-*', { cwd: clone }), []);
});
