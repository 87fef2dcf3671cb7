import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yarnEnvironment } from './installPackages.mjs';

const settings = {
  registry: 'https://mirror.example/npm/',
  cafile: '/etc/ca.pem',
  proxy: null,
  'https-proxy': 'http://proxy.example:3128',
  loglevel: 'warn',
};

test('npm’s mirror, authority and proxy become Yarn’s', () => {
  assert.deepEqual(yarnEnvironment(settings, {}), {
    YARN_NPM_REGISTRY_SERVER: 'https://mirror.example/npm/',
    YARN_HTTPS_CA_FILE_PATH: '/etc/ca.pem',
    YARN_HTTPS_PROXY: 'http://proxy.example:3128',
  });
});

test('a variable that is set for Yarn wins', () => {
  const env = { YARN_NPM_REGISTRY_SERVER: 'https://other.example' };
  assert.deepEqual(yarnEnvironment({ registry: settings.registry }, env), {});
});
