import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise(done => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise(done => server.close(done));
  return port;
}

/** A backend of its own on a new database, with the sample organisation. */
export async function startBackend(database: object | undefined) {
  const data = await mkdtemp(join(tmpdir(), 'pilot-benchmark-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'backend.ts'),
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      join(root, 'app-config.samples.yaml'),
    ],
    {
      // Locations of the samples are relative to it.
      cwd: join(root, 'packages/backend'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'development',
        LOG_LEVEL: 'warn',
        PILOT_DATA_DIR: data,
        PILOT_SERVICE_TOKEN: 'pilot-development-token',
        APP_CONFIG_backend_baseUrl: JSON.stringify(url),
        APP_CONFIG_backend_listen_port: String(port),
        ...(database
          ? { APP_CONFIG_backend_database: JSON.stringify(database) }
          : {}),
      },
    },
  );
  const stop = async () => {
    child.kill();
    await new Promise(done => child.once('exit', done));
    await rm(data, { recursive: true, force: true });
  };
  for (let i = 0; i < 120; i++) {
    const answer = await fetch(
      `${url}/api/catalog/entities/by-name/pilot/default/delta-sharing`,
      { headers: { authorization: 'Bearer pilot-development-token' } },
    ).catch(() => undefined);
    if (answer?.ok) {
      return { url, stop };
    }
    await new Promise(done => setTimeout(done, 1000));
  }
  await stop();
  throw new Error('The backend did not start within two minutes');
}
