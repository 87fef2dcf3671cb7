// `npm start`: installs what is missing, starts the portal, loads the samples once, says where to go.
import { rm } from 'node:fs/promises';
import {
  checkConfigs,
  checkPorts,
  checkWritable,
} from './portal/checkMachine.mjs';
import { loadSamples } from './portal/loadSamples.mjs';
import {
  parseStartArguments,
  startUsage,
} from './portal/parseStartArguments.mjs';
import { portalSettings } from './portal/portalSettings.mjs';
import { startPortal } from './portal/startPortal.mjs';
import { welcome } from './portal/welcome.mjs';
import { PlainError } from './process/PlainError.mjs';
import { runCommand } from './process/runCommand.mjs';
import { stopOnSignal } from './process/stopOnSignal.mjs';
import { projectRoot } from './projectRoot.mjs';
import { bootstrap } from './toolchain/bootstrap.mjs';

const say = text => process.stdout.write(`${text}\n`);

await runCommand(async () => {
  const { fresh, help, configs } = parseStartArguments(process.argv.slice(2));
  if (help) {
    say(startUsage);
    return 0;
  }
  const settings = portalSettings({
    root: projectRoot,
    env: process.env,
    configs,
  });
  checkConfigs(settings);
  await checkWritable(projectRoot);
  await checkPorts(settings);
  const toolchain = await bootstrap({ root: projectRoot, say });
  if (fresh) await rm(settings.dataFolder, { recursive: true, force: true });
  await checkWritable(settings.dataFolder);

  say('Starting the portal (about half a minute)');
  const portal = await startPortal({ toolchain, settings, say });
  stopOnSignal(() => portal.stop());
  try {
    await portal.ready();
    if (settings.samples) await loadSamples({ settings, say, now: new Date() });
    say(welcome({ ...settings, refused: portal.refused() }));
    throw new PlainError(await portal.ended);
  } finally {
    await portal.stop();
  }
});
