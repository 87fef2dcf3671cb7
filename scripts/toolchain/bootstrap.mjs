import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from '../process/withLock.mjs';
import { installPackages } from './installPackages.mjs';
import { installToolchain, locateToolchain } from './installToolchain.mjs';

/**
 * Makes sure that Node, Yarn and (unless `packages` is false) the packages are installed inside the
 * project folder, and needs no network if they are. Answers the programs and the environment to run them in.
 */
export async function bootstrap({ root, packages = true, say = sayPlainly }) {
  await mkdir(join(root, '.toolchain'), { recursive: true });
  return await withLock(
    join(root, '.toolchain/lock'),
    async () => {
      await installToolchain({ root, say });
      const { node, yarn } = locateToolchain({ root });
      const env = toolchainEnvironment({ root, node, yarn });
      if (packages) await installPackages({ root, node, yarn, env, say });
      return { node, yarn, env };
    },
    {
      onWait: holder =>
        say(
          `Waiting for process ${holder}, which is installing (if it is not, remove .toolchain/lock)`,
        ),
    },
  );
}

function toolchainEnvironment({ root, node, yarn }) {
  const path = [
    dirname(node),
    join(dirname(yarn), '../../../.bin'),
    join(root, 'node_modules/.bin'),
    process.env.PATH ?? '',
  ];
  return {
    ...process.env,
    PATH: path.join(delimiter),
    // Compilers would keep their cache in the person's home folder.
    XDG_CACHE_HOME: join(root, '.toolchain/cache'),
  };
}

function sayPlainly(sentence) {
  process.stdout.write(`${sentence}\n`);
}
