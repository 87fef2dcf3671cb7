import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startProgram } from './startProgram.mjs';

const node = process.execPath;
// A program with a child of its own, which tells the child's process id and waits.
const family = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

test('lines of both streams and the exit code come back', async () => {
  const lines = [];
  const script = 'console.log("out"); console.error("err"); process.exit(7)';
  const program = startProgram(node, ['-e', script], {
    onLine: line => lines.push(line),
  });
  assert.equal(await program.exited, 7);
  assert.deepEqual(lines.sort(), ['err', 'out']);
});

test('what is written goes on to the streams of this process, and is a sign of life', async () => {
  const door = fileURLToPath(new URL('startProgram.mjs', import.meta.url));
  const command = `
    import { startProgram } from ${JSON.stringify(door)};
    let heard = 0;
    const script = 'console.log("out"); console.error("err"); process.exit(7)';
    const program = startProgram(process.execPath, ['-e', script], {
      onOutput: () => (heard += 1),
    });
    console.log(await program.exited, heard);
  `;
  const { stdout, stderr } = spawnSync(
    node,
    ['--input-type=module', '-e', command],
    { encoding: 'utf8' },
  );
  assert.deepEqual([stdout, stderr], ['out\n7 2\n', 'err\n']);
});

test('a command that does not exist ends with 127', async () => {
  const program = startProgram('/nowhere/program', [], { onLine() {} });
  assert.equal(await program.exited, 127);
});

test('stopping ends the program and its children', async () => {
  let program;
  const pid = await new Promise(resolve => {
    program = startProgram(node, ['-e', family], { onLine: resolve });
  });
  assert.equal(isAlive(pid), true);
  await program.stop();
  assert.equal(isAlive(pid), false);
  await program.stop();
});

test('nothing outlives a command that was killed outright', async () => {
  const door = fileURLToPath(new URL('startProgram.mjs', import.meta.url));
  const command = `
    import { startProgram } from ${JSON.stringify(door)};
    startProgram(process.execPath, ['-e', ${JSON.stringify(family)}]);
  `;
  const parent = spawn(node, ['--input-type=module', '-e', command]);
  const [pid] = await new Promise(resolve =>
    createInterface({ input: parent.stdout }).once('line', (...line) =>
      resolve(line),
    ),
  );
  parent.kill('SIGKILL');
  while (isAlive(pid)) await sleep(20);
});

function isAlive(pid) {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}
