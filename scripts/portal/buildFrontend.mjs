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
