import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../process/PlainError.mjs';
import { startProgram } from '../process/startProgram.mjs';
import { chooseTestFiles } from './chooseTestFiles.mjs';
import { countJest, countPostgresTests, readReport } from './reports.mjs';
import { startPostgres } from './startPostgres.mjs';
import { suiteResult } from './suiteResult.mjs';

const name = 'unit and integration';

/**
 * The unit and integration tests of all packages, on SQLite and PostgreSQL. Where paths name some of them, those that
 * need no database come first: they answer in seconds, and while one of them fails the others wait. `--quick` ends there.
 */
export async function runJest(context) {
  const { root, args, say } = context;
  const { paths, quickOnly, options } = readOptions(root, args);
  if (paths.length === 0 && !quickOnly) {
    return resultOf(await runThoroughly(context, [], options), {
      whole: args.length === 0,
    });
  }
  const { quick, thorough } = chooseTestFiles(
    root,
    paths.length > 0 ? paths : ['.'],
  );
  const runs = [];
  if (quick.length > 0) {
    say('Tests that need no database');
    runs.push(await runFiles(context, quick, options));
  }
  const isBroken = runs.some(({ code }) => code !== 0);
  if (!quickOnly && !isBroken && thorough.length > 0) {
    say('Tests that start a database');
    runs.push(await runThoroughly(context, thorough, options));
  } else if (!quickOnly && isBroken && thorough.length > 0) {
    say('Tests that start a database wait until these pass');
  }
  return runs.length === 1 ? resultOf(runs[0]) : sumOf(runs);
}

/** Paths come first; what follows them is for Jest. */
export function readOptions(root, args) {
  const given = args.filter(arg => arg !== '--quick');
  const first = given.findIndex(arg => arg.startsWith('-'));
  const end = first < 0 ? given.length : first;
  const late = given
    .slice(end)
    .find(arg => !arg.startsWith('-') && existsSync(join(root, arg)));
  if (late) {
    throw new PlainError(
      `${late}: name paths before options, as in npm test -- unit ${late} -t 'asks again'`,
    );
  }
  return {
    paths: given.slice(0, end),
    options: given.slice(end),
    quickOnly: given.length < args.length,
  };
}

async function runThoroughly(context, files, options) {
  const postgres = await context.scope.own(
    startPostgres({ root: context.root }),
  );
  const run = await runFiles(context, files, options, {
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
      postgres.connectionString,
    PILOT_TESTS_REQUIRE_POSTGRES: '1',
  });
  await postgres.stop();
  return run;
}

async function runFiles(context, files, options, env = {}) {
  const { root, toolchain, folder, scope, heard } = context;
  const home = packageOf(files);
  const file = join(await mkdtemp(join(folder, 'jest-')), 'jest.json');
  const program = await scope.own(
    startProgram(
      'backstage-cli',
      [
        home ? 'package' : 'repo',
        'test',
        '--json',
        `--outputFile=${file}`,
        `--maxWorkers=${jestWorkers(cpus().length)}`,
        '--workerIdleMemoryLimit=1000M',
        ...files,
        ...options,
      ],
      {
        cwd: join(root, home ?? ''),
        onOutput: heard,
        env: { ...toolchain.env, CI: '1', ...env },
      },
    ),
  );
  return { code: await program.exited, report: readReport(file) };
}

/** Returns the one package that has all these files: alone, it spares Jest to look at the others. */
export function packageOf(files) {
  const homes = files.map(file => file.split('/').slice(0, 2).join('/'));
  return new Set(homes).size === 1 ? homes[0] : undefined;
}

function resultOf({ code, report }, { whole = false } = {}) {
  if (!report) return suiteResult(name, {}, 'jest ended without a report');
  const counts = countJest(report);
  const problem = findProblem({ code, counts, report, whole });
  return suiteResult(name, counts, problem);
}

/** Both runs as one: a name that only tests of one of them have leaves the other without a test. */
export function sumOf(runs) {
  const results = runs.map(run => {
    if (!run.report) return { problem: 'jest ended without a report' };
    const counts = countJest(run.report);
    return { ...counts, problem: findProblem({ ...run, counts }) };
  });
  const sum = key => results.reduce((all, each) => all + (each[key] ?? 0), 0);
  return suiteResult(
    name,
    { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') },
    results.find(({ problem }) => problem)?.problem,
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
