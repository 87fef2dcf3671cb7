import { join } from 'node:path';
import { startProgram } from '../process/startProgram.mjs';
import { countTap, readReport } from './reports.mjs';
import { suiteResult } from './suiteResult.mjs';

const name = 'commands and samples';

/** The tests of what runs without a build: these commands and the sample data. */
export async function runNodeTests(context) {
  const { root, toolchain, folder, args, scope, heard } = context;
  const file = join(folder, 'node.tap');
  const program = await scope.own(
    startProgram(
      toolchain.node,
      [
        '--test',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${file}`,
        ...(args.length > 0
          ? args
          : ['scripts/**/*.test.mjs', 'examples/**/*.test.mjs']),
      ],
      { cwd: root, env: toolchain.env, onOutput: heard },
    ),
  );
  const code = await program.exited;
  const counts = readReport(file, countTap) ?? {};
  const problem =
    code !== 0 && !counts.failed ? `node --test ended with ${code}` : undefined;
  return suiteResult(name, counts, problem);
}
