// `npm run sbom`: writes a software bill of materials (CycloneDX) for each published package into `sbom`, and fails
// where a licence is not among the allowed ones.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PlainError } from './process/PlainError.mjs';
import { runCommand } from './process/runCommand.mjs';
import { startProgram } from './process/startProgram.mjs';
import { projectRoot as root } from './projectRoot.mjs';
import { bootstrap } from './toolchain/bootstrap.mjs';

await runCommand(async () => {
  const { env } = await bootstrap({ root });
  // It is there only after the packages were installed.
  const { refusedLicences } = await import('./licences/refusedLicences.mjs');
  const folder = join(root, 'sbom');
  await mkdir(folder, { recursive: true });
  const refused = new Set();
  for (const workspace of publishedWorkspaces()) {
    const file = join(folder, `${basename(workspace)}.cdx.json`);
    await writeBom({ env, workspace, file });
    const bom = JSON.parse(await readFile(file, 'utf8'));
    refusedLicences(bom).forEach(each => refused.add(each));
    process.stdout.write(`${file}: ${bom.components.length} components\n`);
  }
  if (refused.size > 0) {
    throw new PlainError(
      `These licences are not allowed: take another package, or extend scripts/licences/allowedLicences.mjs with a reason.\n${[
        ...refused,
      ]
        .sort()
        .join('\n')}`,
    );
  }
  return 0;
});

/** The folders of the packages that go to a registry. */
function publishedWorkspaces() {
  const plugins = join(root, 'plugins');
  return readdirSync(plugins)
    .map(name => join(plugins, name))
    .filter(folder => {
      const metadata = readFileSync(join(folder, 'package.json'), 'utf8');
      return !JSON.parse(metadata).private;
    })
    .sort();
}

async function writeBom({ env, workspace, file }) {
  const lines = [];
  const program = startProgram(
    'yarn',
    ['cyclonedx', '--production', '--output-file', file],
    {
      cwd: workspace,
      env: {
        ...env,
        YARN_PLUGINS: join(
          root,
          'node_modules/@cyclonedx/yarn-plugin-cyclonedx/yarn-plugin-cyclonedx.cjs',
        ),
      },
      onLine: line => lines.push(line),
    },
  );
  if ((await program.exited) !== 0) {
    throw new PlainError(
      `The components of ${workspace} could not be listed:\n${lines.join(
        '\n',
      )}`,
    );
  }
}
