import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installedBrowsers } from './installedBrowsers.mjs';

test('Chromium comes before Chrome, and each in the order of the PATH', () => {
  const there = new Set([
    '/opt/bin/google-chrome',
    '/usr/bin/chromium',
    '/opt/bin/chromium',
    '/elsewhere/chromium',
  ]);
  assert.deepEqual(
    installedBrowsers({
      env: { PATH: '/opt/bin::/usr/bin' },
      exists: path => there.has(path),
    }),
    ['/opt/bin/chromium', '/usr/bin/chromium', '/opt/bin/google-chrome'],
  );
});

test('a machine without a PATH has none', () => {
  assert.deepEqual(installedBrowsers({ env: {}, exists: () => false }), []);
});
