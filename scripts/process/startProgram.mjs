import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const supervise = fileURLToPath(new URL('supervise.mjs', import.meta.url));

/**
 * Starts a long-running program that cannot outlive this process. Each line that it writes, on either
 * stream, goes to `onLine`; without it the streams are this process's own, and `onOutput` is called whenever
 * something is written to them. `user` is `{ uid, gid }` to run it as somebody else.
 */
export function startProgram(
  command,
  args,
  { cwd, env, onLine, onOutput, user = {} } = {},
) {
  const output = onLine || onOutput ? 'pipe' : 'inherit';
  // Streams that are handed on are no terminal to the program, which would leave out its colours.
  const colours = onOutput && process.stdout.isTTY && { FORCE_COLOR: '1' };
  const child = spawn(
    process.execPath,
    [supervise, JSON.stringify(user), command, ...args],
    {
      cwd,
      env: colours ? { ...(env ?? process.env), ...colours } : env,
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
  if (onOutput) {
    for (const name of ['stdout', 'stderr']) {
      child[name].on('data', onOutput);
      child[name].pipe(process[name], { end: false });
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
