// A program of its own: `node supervise.mjs <options> <command> [...args]` runs the command in a process
// group and ends that whole group when the command ends or when its own standard input does. Standard
// input ends even if the program that opened it is killed outright, so nothing is left running.
// Options are JSON: `{ "uid", "gid" }` to run it as somebody else.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const graceMilliseconds = 6_000;
const [options, command, ...args] = process.argv.slice(2);

const child = spawn(command, args, {
  ...JSON.parse(options),
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});
child.on('error', error => {
  process.stderr.write(`${command} does not start: ${error.message}\n`);
  process.exit(127);
});
child.on('exit', async code => {
  await endGroup();
  process.exit(code ?? 1);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, endGroup);
}
process.stdin.on('end', endGroup).on('error', endGroup).resume();

async function endGroup() {
  const end = Date.now() + graceMilliseconds;
  let alive = signalGroup('SIGTERM');
  while (alive && Date.now() < end) {
    await sleep(50);
    alive = signalGroup(0);
  }
  signalGroup('SIGKILL');
}

function signalGroup(signal) {
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}
