import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PlainError } from '../process/PlainError.mjs';
import { installedBrowsers } from './installedBrowsers.mjs';
import { packagedBrowser } from './packagedBrowser.mjs';

const run = promisify(execFile);
const tryBrowser = fileURLToPath(new URL('tryBrowser.mjs', import.meta.url));

/**
 * A browser that was seen to render a page: the one of CHROMIUM_PATH, else an installed one, else the
 * packaged one. Answers `{ path, env }`, where env is what the browser's own process needs in addition.
 */
export async function findBrowser({ root, node, env = process.env }) {
  if (env.CHROMIUM_PATH) {
    const chosen = { path: env.CHROMIUM_PATH, env: {} };
    if (await starts(chosen, node)) return chosen;
    throw new PlainError(
      `The browser named by CHROMIUM_PATH (${env.CHROMIUM_PATH}) does not start: correct that variable or unset it.`,
    );
  }
  for (const path of installedBrowsers({ env })) {
    const installed = { path, env: {} };
    if (await starts(installed, node)) return installed;
  }
  const packaged = await packagedBrowser({ root, node });
  if (packaged && (await starts(packaged, node))) return packaged;
  throw new PlainError(
    'No browser starts on this machine: install Chromium (for example "apt-get install chromium") or name one with CHROMIUM_PATH.',
  );
}

async function starts({ path, env }, node) {
  const home = await mkdtemp(join(tmpdir(), 'pilot-browser-'));
  try {
    await run(node, [tryBrowser, path], {
      // A home of its own: Chromium leaves a certificate store and settings there.
      env: { ...process.env, ...env, HOME: home },
      timeout: 180_000,
      killSignal: 'SIGKILL',
    });
    return true;
  } catch {
    return false;
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}
