import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from '../process/PlainError.mjs';
import { startProgram } from '../process/startProgram.mjs';
import { createInstallReport } from './createInstallReport.mjs';
import { fingerprintPackages } from './fingerprintPackages.mjs';
import { runNpm } from './runNpm.mjs';
import { yarnEnvironment } from './yarnEnvironment.mjs';

/** Installs the packages as the lockfile has them, unless that was done. Call it under the lock. */
export async function installPackages({ root, node, yarn, env, say }) {
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

  say('Installing the packages (one to three minutes the first time)');
  const settings = JSON.parse(
    await runNpm(['config', 'list', '--json'], { cwd: root }),
  );
  const lines = [];
  const report = createInstallReport(line => process.stdout.write(`${line}\n`));
  const install = startProgram(node, [yarn, 'install', '--immutable'], {
    cwd: root,
    env: { ...env, ...yarnEnvironment(settings, env) },
    onLine: line => {
      lines.push(line);
      report.line(line);
    },
  });
  const code = await install.exited;
  report.end();
  if (lines.some(line => line.includes('YN0028'))) {
    throw new PlainError(
      'yarn.lock does not fit the package.json files: run "npm run yarn -- install" and commit yarn.lock.',
    );
  }
  if (code !== 0) {
    throw new PlainError(
      'The packages could not be installed: mend what Yarn names above (often the network) and run the command again.',
    );
  }
  await writeFile(stamp, fingerprint);
}
