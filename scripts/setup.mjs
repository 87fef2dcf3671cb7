// `npm run setup`: installs what is missing, and nothing more.
import { checkWritable } from './portal/checkMachine.mjs';
import { runCommand } from './process/runCommand.mjs';
import { projectRoot } from './projectRoot.mjs';
import { bootstrap } from './toolchain/bootstrap.mjs';

await runCommand(async () => {
  await checkWritable(projectRoot);
  await bootstrap({ root: projectRoot });
  return 0;
});
