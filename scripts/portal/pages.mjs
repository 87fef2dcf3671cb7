import { once } from 'node:events';
import { join } from 'node:path';
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
      'backstage-cli',
      [
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

/**
 * Serves the built pages of an app from a folder, where no backend does: a path that is no file is a page of the app,
 * which its start page shows.
 */
export async function servePages({ folder, port }) {
  // Not before now: the command may just have installed it.
  const { default: express } = await import('express');
  const app = express()
    .use(express.static(folder, { redirect: false }))
    .get('*', (_, response) =>
      response.sendFile('index.html', { root: folder }),
    );
  const server = app.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
