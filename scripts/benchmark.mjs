// `npm run benchmark`: installs what is missing and measures requests, on SQLite or with --postgres.
// `npm run benchmark -- <name>` runs benchmarks/<name>/<name>.bench.ts instead; of these, scale and delays take --postgres too.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createScope } from './process/createScope.mjs';
import { PlainError } from './process/PlainError.mjs';
import { runCommand } from './process/runCommand.mjs';
import { startProgram } from './process/startProgram.mjs';
import { stopOnSignal } from './process/stopOnSignal.mjs';
import { projectRoot as root } from './projectRoot.mjs';
import { startPostgres } from './suites/startPostgres.mjs';
import { bootstrap } from './toolchain/bootstrap.mjs';

await runCommand(async () => {
  const args = process.argv.slice(2);
  const name = args[0]?.startsWith('--') ? undefined : args.shift();
  const file = join(
    root,
    'benchmarks',
    name ? `${name}/${name}.bench.ts` : 'requests.bench.ts',
  );
  if (!existsSync(file)) {
    throw new PlainError(
      `"${name}" is not a benchmark: there is no file ${file}.`,
    );
  }
  const usesDatabase = !name || ['scale', 'delays'].includes(name);
  const unknown = args.find(arg => !usesDatabase || arg !== '--postgres');
  if (unknown) {
    throw new PlainError(
      `"${unknown}" is not an option of npm run benchmark: the only one is --postgres, for requests, scale and delays.`,
    );
  }
  const { node, env } = await bootstrap({ root });
  const scope = createScope();
  stopOnSignal(() => scope.close());
  try {
    const postgres = args.includes('--postgres')
      ? await scope.own(startPostgres({ root }))
      : undefined;
    const program = await scope.own(
      startProgram(
        node,
        [
          '--require',
          join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
          file,
        ],
        {
          cwd: root,
          env: {
            ...env,
            ...(postgres && { BENCHMARK_POSTGRES: postgres.connectionString }),
          },
        },
      ),
    );
    return await program.exited;
  } finally {
    await scope.close();
  }
});
