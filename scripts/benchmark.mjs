// `npm run benchmark`: installs what is missing and measures requests, on SQLite or with --postgres.
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
  const unknown = process.argv.slice(2).find(flag => flag !== '--postgres');
  if (unknown) {
    throw new PlainError(
      `"${unknown}" is not an option of npm run benchmark: the only one is --postgres.`,
    );
  }
  const { node, env } = await bootstrap({ root });
  const scope = createScope();
  stopOnSignal(() => scope.close());
  try {
    const postgres = process.argv.includes('--postgres')
      ? await scope.own(startPostgres({ root }))
      : undefined;
    const program = await scope.own(
      startProgram(
        node,
        [
          '--require',
          join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
          join(root, 'benchmarks/requests.bench.ts'),
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
