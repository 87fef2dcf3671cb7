import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withLock } from './withLock.mjs';

async function lockIn(t) {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-lock-'));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, 'lock');
}

async function heldBy(lock, pid) {
  await mkdir(lock);
  await writeFile(join(lock, 'pid'), String(pid));
}

test('the lock is held during the work, and gone afterwards', async t => {
  const lock = await lockIn(t);
  const answer = await withLock(lock, async () => existsSync(lock));
  assert.equal(answer, true);
  assert.deepEqual(await readdir(join(lock, '..')), []);
});

test('a failure gives the lock back', async t => {
  const lock = await lockIn(t);
  const work = () => Promise.reject(new Error('broken'));
  await assert.rejects(withLock(lock, work), /broken/);
  assert.equal(existsSync(lock), false);
});

test('the lock of a process that is gone is taken over without waiting', async t => {
  const lock = await lockIn(t);
  const { pid } = spawnSync(process.execPath, ['--version']);
  await heldBy(lock, pid);
  const onWait = t.mock.fn();
  assert.equal(await withLock(lock, async () => 'done', { onWait }), 'done');
  assert.equal(onWait.mock.callCount(), 0);
  assert.deepEqual(await readdir(join(lock, '..')), []);
});

test('the lock of a living process is waited for, which is said once with its id', async t => {
  const lock = await lockIn(t);
  await heldBy(lock, process.ppid);
  const onWait = t.mock.fn(() => rm(lock, { recursive: true }));
  assert.equal(await withLock(lock, async () => 'done', { onWait }), 'done');
  assert.deepEqual(
    onWait.mock.calls.map(call => call.arguments),
    [[process.ppid]],
  );
});
