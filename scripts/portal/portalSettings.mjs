import { join, resolve } from 'node:path';
import { PlainError } from '../process/PlainError.mjs';

/** Token that the development config accepts from scripts; app-config.yaml reads it as PILOT_SERVICE_TOKEN. */
const developmentToken = 'pilot-development-token';

/**
 * Returns where the portal listens, what it is configured by and where it keeps its data. With
 * configs of one's own there are no samples, and another data folder, so that interest never mixes.
 * With `built`, the backend serves the pages that were built before, instead of a server that builds
 * them as they change.
 */
export function portalSettings({
  root,
  env,
  configs = [],
  dataFolder,
  built = false,
}) {
  const own = configs.length > 0;
  // npm starts scripts in the project folder; INIT_CWD is where the person was.
  const from = env.INIT_CWD ?? root;
  const port = readPort(env, 'PILOT_PORT', 3000);
  const backendPort = readPort(env, 'PILOT_BACKEND_PORT', 7007);
  return {
    root,
    port,
    backendPort,
    built,
    appUrl: `http://localhost:${built ? backendPort : port}`,
    backendUrl: `http://localhost:${backendPort}`,
    // For scripts: "localhost" may name the other family of addresses first, which an older Node insists on.
    backendAddress: `http://127.0.0.1:${backendPort}`,
    samples: !own,
    configs: [
      join(root, 'app-config.yaml'),
      ...(own
        ? configs.map(file => resolve(from, file))
        : [join(root, 'app-config.samples.yaml')]),
    ],
    dataFolder: dataFolder ?? join(root, '.data', own ? 'own' : 'samples'),
    token: env.PILOT_SERVICE_TOKEN ?? developmentToken,
  };
}

/** The environment of the portal's processes. */
export function portalEnvironment(settings, env) {
  const overrides = {
    app_baseUrl: settings.appUrl,
    backend_baseUrl: settings.backendUrl,
    backend_listen_port: settings.backendPort,
    backend_cors_origin: [settings.appUrl, ...(settings.otherOrigins ?? [])],
    // Copies of earlier builds are for pages that are open while a new one is rolled out.
    app_disableStaticFallbackCache: true,
  };
  return {
    ...env,
    ...Object.fromEntries(
      Object.entries(overrides).map(([path, value]) => [
        `APP_CONFIG_${path}`,
        JSON.stringify(value),
      ]),
    ),
    PILOT_DATA_DIR: settings.dataFolder,
    PILOT_SERVICE_TOKEN: settings.token,
    // The command prints where to go once everything is there; the CLI would open a page too early.
    BROWSER: 'none',
  };
}

function readPort(env, name, fallback) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError(
    `${name} is "${text}": it must be a port number between 1 and 65535.`,
  );
}
