// `npm run yarn -- <arguments>`: the pinned Yarn on the pinned Node, for machines that have neither.
import { spawnSync } from 'node:child_process';
import { runCommand } from './process/runCommand.mjs';
import { projectRoot } from './projectRoot.mjs';
import { bootstrap } from './toolchain/bootstrap.mjs';

await runCommand(async () => {
  const { env } = await bootstrap({ root: projectRoot, packages: false });
  const { status } = spawnSync('yarn', process.argv.slice(2), {
    cwd: projectRoot,
    env,
    stdio: 'inherit',
  });
  return status ?? 1;
});
