import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProgram } from '../process/startProgram.mjs';
import { createOutputFilter, isRoutine } from './createOutputFilter.mjs';
import { createRefusals } from './createRefusals.mjs';
import { portalEnvironment } from './portalSettings.mjs';
import { waitUntilReady } from './waitUntilReady.mjs';
import { watchBackend } from './watchBackend.mjs';

const announceBackend = fileURLToPath(
  new URL('announceBackend.cjs', import.meta.url),
);

/**
 * Starts the backend, and the server of the pages unless they are built. What they write goes to portal.log in the data
 * folder, errors and what the catalog refuses to `say` as well.
 */
export async function startPortal({ toolchain, settings, say }) {
  const { root, configs, dataFolder } = settings;
  await mkdir(dataFolder, { recursive: true });
  if (settings.samples) {
    // Not before now: it needs packages, which the command may just have installed.
    const { publishDocuments } = await import('./publishDocuments.mjs');
    await publishDocuments({ folder: join(dataFolder, 'techdocs') });
  }
  const logFile = join(dataFolder, 'portal.log');
  const log = createWriteStream(logFile);
  const isWorthShowing = createOutputFilter();
  const refusals = createRefusals();

  let end;
  const ended = new Promise(resolve => {
    end = resolve;
  });
  const watch = watchBackend({
    onGone: ({ changed }) => {
      if (changed) {
        say('The backend stopped after a change; it starts at the next one.');
      } else {
        end(
          `The backend stopped unexpectedly: its last words are in ${logFile}.`,
        );
      }
    },
  });
  const program = startProgram(
    'backstage-cli',
    [
      'repo',
      'start',
      ...(settings.built ? ['backend'] : []),
      ...configs.flatMap(file => ['--config', file]),
      `--require=${announceBackend}`,
    ],
    {
      cwd: root,
      env: portalEnvironment(settings, toolchain.env),
      onLine: line => {
        if (watch.line(line) || isRoutine(line)) return;
        log.write(`${line}\n`);
        const refused = refusals.line(line);
        if (refused) say(refused);
        else if (isWorthShowing(line)) say(line);
      },
    },
  );
  program.exited.then(code =>
    end(
      `The portal ended with exit code ${code}: the reason is in ${logFile}.`,
    ),
  );

  return {
    /** Resolves to a sentence if the portal stops without being asked to. */
    ended,
    /** Resolves when both halves answer; fails with the sentence of `ended`, or after twenty minutes. */
    ready: () => waitUntilReady({ settings, ended, logFile }),
    /** A sentence about the entities that the catalog refused so far, if it refused any. */
    refused: refusals.summary,
    async stop() {
      watch.stop();
      await program.stop();
      await new Promise(resolve => log.end(resolve));
    },
  };
}
