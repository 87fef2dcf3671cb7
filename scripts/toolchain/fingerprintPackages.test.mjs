import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fingerprintPackages } from './installPackages.mjs';

async function workspace(t, files) {
  const root = await mkdtemp(join(tmpdir(), 'pilot-fingerprint-'));
  t.after(() => rm(root, { recursive: true }));
  const all = {
    'package.json': '{}',
    'yarn.lock': '',
    '.yarnrc.yml': '',
    'packages/app/package.json': '{}',
    'plugins/pilot/package.json': '{}',
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

const different = [
  { name: 'the lockfile', files: { 'yarn.lock': 'x' } },
  { name: 'the settings', files: { '.yarnrc.yml': 'x' } },
  { name: 'a member', files: { 'plugins/pilot/package.json': '{"a":1}' } },
  { name: 'a new member', files: { 'plugins/pilot-node/package.json': '{}' } },
];
for (const { name, files } of different) {
  test(`${name} changes the fingerprint`, async t => {
    const before = fingerprintPackages(await workspace(t, {}), 'linux');
    const after = fingerprintPackages(await workspace(t, files), 'linux');
    assert.notEqual(after, before);
  });
}

test('another machine or Node changes the fingerprint, source does not', async t => {
  const root = await workspace(t, {});
  const before = fingerprintPackages(root, 'linux');
  await writeFile(join(root, 'plugins/pilot/index.ts'), 'export {};');
  assert.equal(fingerprintPackages(root, 'linux'), before);
  assert.notEqual(fingerprintPackages(root, 'darwin'), before);
});
