import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from '../process/PlainError.mjs';
import { startProgram } from '../process/startProgram.mjs';
import { runNpm } from './runNpm.mjs';

/** Installs the packages as the lockfile has them, unless that was done. Call it under the lock. */
export async function installPackages({ root, node, env, say }) {
  const stamp = join(root, '.toolchain/installed');
  const machine = `${process.platform} ${process.arch} ${node}`;
  const fingerprint = fingerprintPackages(root, machine);
  if (
    existsSync(join(root, 'node_modules/.yarn-state.yml')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint
  ) {
    return;
  }

  // An install that is interrupted leaves packages that the old stamp does not describe.
  await rm(stamp, { force: true });
  say('Installing the packages (one to three minutes the first time)');
  const settings = JSON.parse(
    await runNpm(['config', 'list', '--json'], { cwd: root }),
  );
  const install = startProgram('yarn', ['install', '--immutable'], {
    cwd: root,
    env: { ...env, ...yarnEnvironment(settings, env) },
  });
  if ((await install.exited) !== 0) {
    throw new PlainError(
      'The packages could not be installed: mend what Yarn names above (often the network) and run the command again. Where it is yarn.lock that does not fit (YN0028), run "npm run yarn -- install" and commit yarn.lock.',
    );
  }
  await writeFile(stamp, fingerprint);
}

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

/** Yarn does not read npm's settings; where npm goes through a mirror or a proxy, Yarn has to as well. */
const translations = {
  registry: 'YARN_NPM_REGISTRY_SERVER',
  cafile: 'YARN_HTTPS_CA_FILE_PATH',
  proxy: 'YARN_HTTP_PROXY',
  'https-proxy': 'YARN_HTTPS_PROXY',
};

/**
 * Environment variables for Yarn that say what npm's settings say; a variable that is already set wins.
 * @param settings - the object that `npm config list --json` prints
 */
export function yarnEnvironment(settings, env) {
  const translated = {};
  for (const [setting, variable] of Object.entries(translations)) {
    const value = settings[setting];
    if (typeof value === 'string' && value !== '' && !env[variable]) {
      translated[variable] = value;
    }
  }
  return translated;
}
