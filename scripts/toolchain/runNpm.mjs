import { spawn } from 'node:child_process';
import { PlainError } from '../process/PlainError.mjs';

// Set by an outer `npm start`; they would send an inner npm to the outer project.
const outerProject =
  /^npm_config_(local_prefix|prefix|global|workspaces?|include_workspace_root|dry_run|package_lock_only)$/i;

/** Runs npm in `cwd` and answers its standard output; what it says on standard error is kept for the error. */
export async function runNpm(args, { cwd, env = process.env }) {
  const [command, before] = /npm-cli\.c?js$/.test(env.npm_execpath ?? '')
    ? [process.execPath, [env.npm_execpath]]
    : ['npm', []];
  const child = spawn(command, [...before, ...args], {
    cwd,
    env: Object.fromEntries(
      Object.entries(env).filter(([name]) => !outerProject.test(name)),
    ),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', chunk => (stdout += chunk));
  child.stderr.on('data', chunk => (stderr += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', () =>
      reject(
        new PlainError(
          'npm is not on the PATH: install it beside Node and run the command again.',
        ),
      ),
    );
  });
  if (code !== 0) throw new Error(stderr.trim() || `npm ended with ${code}`);
  return stdout;
}
