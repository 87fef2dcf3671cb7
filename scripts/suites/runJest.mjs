import { cpus } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '../process/startProgram.mjs';
import { countJest, countPostgresTests, readReport } from './reports.mjs';
import { startPostgres } from './startPostgres.mjs';
import { suiteResult } from './suiteResult.mjs';

const name = 'unit and integration';

/** The unit and integration tests of all packages, on SQLite and PostgreSQL. */
export async function runJest(context) {
  const { root, toolchain, folder, args, scope, heard } = context;
  const postgres = await scope.own(startPostgres({ root }));
  const file = join(folder, 'jest.json');
  const program = await scope.own(
    startProgram(
      toolchain.node,
      [
        join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
        'repo',
        'test',
        '--json',
        `--outputFile=${file}`,
        `--maxWorkers=${jestWorkers(cpus().length)}`,
        ...args,
      ],
      {
        cwd: root,
        onOutput: heard,
        env: {
          ...toolchain.env,
          CI: '1',
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
            postgres.connectionString,
          PILOT_TESTS_REQUIRE_POSTGRES: '1',
        },
      },
    ),
  );
  const code = await program.exited;
  await postgres.stop();

  const report = readReport(file);
  if (!report) return suiteResult(name, {}, 'jest ended without a report');
  const counts = countJest(report);
  return suiteResult(
    name,
    counts,
    findProblem({ code, counts, report, whole: args.length === 0 }),
  );
}

function findProblem({ code, counts, report, whole }) {
  if (whole && countPostgresTests(report) === 0) {
    return 'no test ran on PostgreSQL';
  }
  if (code !== 0 && counts.failed === 0) return `jest ended with ${code}`;
  return undefined;
}

/** Each worker takes a core and about one gigabyte; two are also right for a machine with one core. */
export function jestWorkers(cores) {
  return Math.min(Math.max(cores - 1, 2), 8);
}
