import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the Node and Yarn that the lockfile beside this file pins are installed: one folder per lockfile. */
export function toolchainFolder(root) {
  const lockfile = readFileSync(new URL('package-lock.json', import.meta.url));
  const name = createHash('sha256').update(lockfile).digest('hex').slice(0, 12);
  return join(root, '.toolchain', `tools-${name}`);
}
