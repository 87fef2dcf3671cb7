import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes whenever the packages have to be installed again; `machine` names what they are installed for. */
export function fingerprintPackages(root, machine) {
  const hash = createHash('sha256').update(`${machine}\0`);
  for (const file of manifests(root)) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function manifests(root) {
  const members = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder))
      .sort()
      .map(name => `${folder}/${name}/package.json`),
  );
  return ['package.json', 'yarn.lock', '.yarnrc.yml', ...members].filter(file =>
    existsSync(join(root, file)),
  );
}
