import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portalEnvironment, portalSettings } from './portalSettings.mjs';

const root = '/clone';

test('without configs the samples are shown, on the usual ports', () => {
  const settings = portalSettings({ root, env: {} });
  assert.equal(settings.appUrl, 'http://localhost:3000');
  assert.equal(settings.backendUrl, 'http://localhost:7007');
  assert.equal(settings.samples, true);
  assert.equal(settings.dataFolder, '/clone/.data/samples');
  assert.deepEqual(settings.configs, [
    '/clone/app-config.yaml',
    '/clone/app-config.samples.yaml',
  ]);
});

test('configs of one’s own replace the samples, resolved where the person was, with data of their own', () => {
  const settings = portalSettings({
    root,
    env: { INIT_CWD: '/home/ana' },
    configs: ['my.yaml', '/etc/portal.yaml'],
  });
  assert.equal(settings.samples, false);
  assert.equal(settings.dataFolder, '/clone/.data/own');
  assert.deepEqual(settings.configs, [
    '/clone/app-config.yaml',
    '/home/ana/my.yaml',
    '/etc/portal.yaml',
  ]);
});

test('other ports reach the portal through its environment', () => {
  const env = { PILOT_PORT: '3100', PILOT_BACKEND_PORT: '7107', HOME: '/h' };
  const passed = portalEnvironment(portalSettings({ root, env }), env);
  assert.equal(passed.APP_CONFIG_app_baseUrl, '"http://localhost:3100"');
  assert.equal(passed.APP_CONFIG_backend_baseUrl, '"http://localhost:7107"');
  assert.equal(passed.APP_CONFIG_backend_listen_port, '7107');
  assert.equal(
    passed.APP_CONFIG_backend_cors_origin,
    '["http://localhost:3100"]',
  );
  assert.equal(passed.PILOT_DATA_DIR, '/clone/.data/samples');
  assert.equal(passed.HOME, '/h');
});

test('the service token is the development one unless another is given', () => {
  const token = env => portalSettings({ root, env }).token;
  assert.equal(token({}), 'pilot-development-token');
  assert.equal(token({ PILOT_SERVICE_TOKEN: 'mine' }), 'mine');
});

for (const port of ['0', '65536', '30.5', 'http', '-1']) {
  test(`refuses ${port} as a port`, () => {
    assert.throws(() => portalSettings({ root, env: { PILOT_PORT: port } }), {
      name: 'PlainError',
      message: /PILOT_PORT is ".*" *: it must be a port number/,
    });
  });
}
