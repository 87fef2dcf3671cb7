import { existsSync, readFileSync } from 'node:fs';

/** The report that a test runner wrote, or undefined if it ended without one. */
export function readReport(file, parse = JSON.parse) {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return text === '' ? undefined : parse(text);
}

/** Counts what `jest --json` wrote; a file of tests that could not be loaded is a failure. */
export function countJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts the passed tests that name PostgreSQL, as each test of Backstage's TestDatabases does. */
export function countPostgresTests(report) {
  return report.testResults
    .flatMap(file => file.assertionResults)
    .filter(({ status }) => status === 'passed')
    .filter(({ fullName }) => /postgres/i.test(fullName)).length;
}

/** Counts what Playwright's JSON reporter wrote; a file of stories that could not be loaded is a failure. */
export function countPlaywright({ stats, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** Counts what `node --test --test-reporter=tap` wrote, from the summary at its end. */
export function countTap(text) {
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}
