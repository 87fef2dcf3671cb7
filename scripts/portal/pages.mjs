import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { PlainError } from '../process/PlainError.mjs';
import { startProgram } from '../process/startProgram.mjs';
import { portalEnvironment } from './portalSettings.mjs';

/** Builds the pages of an app as they are delivered, for a portal whose backend serves them (`built` in its settings). */
export async function buildFrontend({
  toolchain,
  settings,
  scope,
  app = 'packages/app',
}) {
  const lines = [];
  const program = await scope.own(
    startProgram(
      toolchain.node,
      [
        join(settings.root, 'node_modules/@backstage/cli/bin/backstage-cli'),
        'package',
        'build',
        ...settings.configs.flatMap(file => ['--config', file]),
      ],
      {
        cwd: join(settings.root, app),
        env: portalEnvironment(settings, toolchain.env),
        onLine: line => lines.push(line),
      },
    ),
  );
  const code = await program.exited;
  if (code !== 0) {
    throw new PlainError(
      `The pages cannot be built:\n${lines.slice(-40).join('\n')}`,
    );
  }
}

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves the built pages of an app from a folder, where no backend does: a path that is no file is a page of the app,
 * which its start page shows.
 */
export async function servePages({ folder, port }) {
  const server = createServer((request, response) => {
    const path = normalize(
      decodeURIComponent(new URL(request.url, 'http://localhost').pathname),
    );
    const asked = join(folder, path);
    const file =
      existsSync(asked) && statSync(asked).isFile()
        ? asked
        : join(folder, 'index.html');
    response.setHeader(
      'content-type',
      types[extname(file)] ?? 'application/octet-stream',
    );
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
