import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from '../process/withLock.mjs';
import { installPackages } from './installPackages.mjs';
import {
  installToolchain,
  isSupportedNode,
  locateNode,
  programsFolder,
} from './installToolchain.mjs';

/**
 * Makes sure that Node, Yarn and (unless `packages` is false) the packages are installed inside the
 * project folder, and needs no network if they are. Returns the Node to run programs with, and the environment to run
 * them in, whose PATH has Yarn. A command that Yarn runs, such as `yarn start`, uses that Yarn, its Node and what
 * `yarn install` brought, and installs nothing.
 */
export async function bootstrap({ root, packages = true, say = sayPlainly }) {
  if (isRunByYarn(process.env, process.version)) {
    return { node: process.execPath, env: environment(root, []) };
  }
  await mkdir(join(root, '.toolchain'), { recursive: true });
  return await withLock(
    join(root, '.toolchain/lock'),
    async () => {
      await installToolchain({ root, say });
      const node = locateNode(root);
      const env = environment(root, [
        dirname(node),
        programsFolder(root),
        join(root, 'node_modules/.bin'),
      ]);
      if (packages) await installPackages({ root, node, env, say });
      return { node, env };
    },
    {
      onWait: holder =>
        say(
          `Waiting for process ${holder}, which is installing (if it is not, remove .toolchain/lock)`,
        ),
    },
  );
}

/** Returns whether Yarn runs this command, on a Node that the portal runs on. */
export function isRunByYarn({ npm_config_user_agent: agent = '' }, version) {
  return /^yarn\/[4-9]/.test(agent) && isSupportedNode(version);
}

function environment(root, folders) {
  return {
    ...process.env,
    PATH: [...folders, process.env.PATH ?? ''].join(delimiter),
    // Compilers would keep their cache in the person's home folder.
    XDG_CACHE_HOME: join(root, '.toolchain/cache'),
  };
}

function sayPlainly(sentence) {
  process.stdout.write(`${sentence}\n`);
}
