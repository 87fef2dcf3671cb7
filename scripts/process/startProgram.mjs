import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const supervise = fileURLToPath(new URL('supervise.mjs', import.meta.url));

/**
 * Starts a long-running program that cannot outlive this process. Each line that it writes, on either
 * stream, goes to `onLine`; without it the streams are this process's own. `user` is `{ uid, gid }` to run it as somebody else.
 */
export function startProgram(
  command,
  args,
  { cwd, env, onLine, user = {} } = {},
) {
  const output = onLine ? 'pipe' : 'inherit';
  const child = spawn(
    process.execPath,
    [supervise, JSON.stringify(user), command, ...args],
    {
      cwd,
      env,
      detached: true,
      stdio: ['pipe', output, output],
    },
  );
  child.stdin.on('error', () => {});
  if (onLine) {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', onLine);
    }
  }
  const exited = new Promise(resolve =>
    child.once('close', code => resolve(code ?? 1)),
  );
  return {
    /** Resolves to the exit code once the program and all its children are gone. */
    exited,
    stop() {
      child.stdin.end();
      return exited;
    },
  };
}
