import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isSupportedNode, nodePackages } from './installToolchain.mjs';

const manifest = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);
const lockfile = JSON.parse(
  readFileSync(new URL('package-lock.json', import.meta.url), 'utf8'),
);

for (const [platform, name] of Object.entries(nodePackages)) {
  test(`${platform} has a pinned Node that the portal runs on`, () => {
    const version = manifest.optionalDependencies[name];
    assert.equal(isSupportedNode(`v${version}`), true);
    const locked = lockfile.packages[`node_modules/${name}`];
    assert.equal(locked.version, version);
    assert.equal(`${locked.os}-${locked.cpu}`, platform);
    assert.match(locked.integrity, /^sha512-/);
  });
}

test('Yarn is the one that package.json of the workspace names', () => {
  const root = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  assert.equal(
    root.packageManager,
    `yarn@${manifest.dependencies['@yarnpkg/cli-dist']}`,
  );
});

for (const [version, supported] of [
  ['v18.20.0', false],
  ['v20.20.2', false],
  ['v22.23.2', true],
  ['v23.1.0', false],
  ['v24.21.0', true],
  ['v26.0.0', false],
  ['v240.0.0', false],
]) {
  test(`${version} is ${supported ? '' : 'not '}supported`, () => {
    assert.equal(isSupportedNode(version), supported);
  });
}
