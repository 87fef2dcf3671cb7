import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const packageFolder = resolvePackagePath('backend');
const root = resolve(packageFolder, '../..');
const serviceToken = 'pilot-development-token';
const limitMilliseconds = 3 * 60 * 1000;

/** A backend in a process of its own. */
export type RunningBackend = {
  /** Such as `http://localhost:7007`. */
  url: string;
  /** Ends it and waits until it is gone; `SIGKILL` leaves it no time for anything. May be called twice. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

/**
 * Starts a backend on a free port with the sample organisation, and waits until the catalog knows
 * the given entities. Rejects with the end of its output if it ends before that, or after three minutes.
 */
export async function startBackend(options: {
  /** The file that adds the plugins and starts. */
  entry: string;
  /** Keeps the SQLite files and `backend.log`; start on it again to find them. */
  folder: string;
  /** The config of another database than SQLite in that folder. */
  database?: object;
  /** Refs of what has to be in the catalog. */
  entityRefs: readonly string[];
}): Promise<RunningBackend> {
  const { entry, folder, database, entityRefs } = options;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logFile = join(folder, 'backend.log');
  const log = openSync(logFile, 'a');
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      entry,
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      join(root, 'app-config.samples.yaml'),
    ],
    {
      // Locations of the samples are relative to it.
      cwd: packageFolder,
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        // Not those of the test runner.
        NODE_ENV: 'development',
        NODE_OPTIONS: '',
        LOG_LEVEL: 'warn',
        PILOT_DATA_DIR: folder,
        PILOT_SERVICE_TOKEN: serviceToken,
        APP_CONFIG_backend_baseUrl: JSON.stringify(url),
        APP_CONFIG_backend_listen_port: String(port),
        APP_CONFIG_app_disableStaticFallbackCache: 'true',
        ...(database && {
          APP_CONFIG_backend_database: JSON.stringify(database),
        }),
      },
    },
  );
  let running = true;
  const exited = new Promise<void>(done =>
    child.once('exit', () => {
      running = false;
      done();
    }),
  );
  const stop: RunningBackend['stop'] = async (signal = 'SIGTERM') => {
    child.kill(signal);
    await exited;
  };

  const limit = Date.now() + limitMilliseconds;
  while (running && Date.now() < limit) {
    if (await knows(url, entityRefs)) return { url, stop };
    await sleep(250);
  }
  await stop('SIGKILL');
  throw new Error(
    `The backend did not start:\n${readFileSync(logFile, 'utf8').slice(-4000)}`,
  );
}

async function knows(url: string, entityRefs: readonly string[]) {
  try {
    const ready = await fetch(`${url}/.backstage/health/v1/readiness`);
    if (!ready.ok) return false;
    const answer = await fetch(`${url}/api/catalog/entities/by-refs`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${serviceToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ entityRefs, fields: ['kind'] }),
    });
    const { items } = await answer.json();
    return answer.ok && items.every(Boolean);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise(done => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise(done => server.close(done));
  return port;
}
