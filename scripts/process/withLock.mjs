import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while holding a folder as a lock, so that two commands started together install once.
 * The lock of a process that is gone is taken over. `onWait` is called once, with
 * the holder's process id, if another holds it.
 */
export async function withLock(folder, work, { onWait = () => {} } = {}) {
  let waited = false;
  while (!(await take(folder))) {
    if (await removeAbandoned(folder)) continue;
    if (!waited) onWait(readHolder(folder));
    waited = true;
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function take(folder) {
  const draft = `${folder}-${process.pid}`;
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, 'pid'), String(process.pid));
  try {
    // A folder can be renamed onto an empty one only, and a lock is never empty: this is the one step.
    await rename(draft, folder);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes(error.code)) return false;
    throw error;
  }
}

async function removeAbandoned(folder) {
  const holder = readHolder(folder);
  if (holder === undefined || isAlive(holder)) return false;
  const grave = `${folder}-abandoned-${process.pid}`;
  try {
    await rename(folder, grave);
  } catch {
    return true;
  }
  if (readHolder(grave) !== holder) {
    // Another process took the abandoned lock over between the look and the rename: give it back.
    await rename(grave, folder).catch(() => {});
    return false;
  }
  await rm(grave, { recursive: true, force: true });
  return true;
}

function readHolder(folder) {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
