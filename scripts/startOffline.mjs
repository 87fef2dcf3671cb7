// Starts the portal as `npm start` does, on data of its own, and stops it when it is ready. `.ci/run` runs it
// where there is no network, after an install: a second start may need none.
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { portalSettings } from './portal/portalSettings.mjs';
import { startPortal } from './portal/startPortal.mjs';
import { createScope } from './process/createScope.mjs';
import { PlainError } from './process/PlainError.mjs';
import { runCommand } from './process/runCommand.mjs';
import { stopOnSignal } from './process/stopOnSignal.mjs';
import { projectRoot as root } from './projectRoot.mjs';
import { bootstrap } from './toolchain/bootstrap.mjs';

const say = text => process.stdout.write(`${text}\n`);

await runCommand(async () => {
  const network = Object.entries(networkInterfaces()).find(([, addresses]) =>
    addresses.some(({ internal }) => !internal),
  );
  if (network) {
    throw new PlainError(
      `This would prove nothing: ${network[0]} leads to a network.`,
    );
  }
  const scope = createScope();
  stopOnSignal(() => scope.close());
  try {
    const toolchain = await bootstrap({ root, say });
    const dataFolder = await mkdtemp(join(tmpdir(), 'pilot-offline-'));
    await scope.own({
      stop: () => rm(dataFolder, { recursive: true, force: true }),
    });
    const settings = portalSettings({ root, env: process.env, dataFolder });
    const portal = await scope.own(startPortal({ toolchain, settings, say }));
    await portal.ready();
    say('The portal started without a network.');
    return 0;
  } finally {
    await scope.close();
  }
});
