/** Counts what `jest --json` wrote; a file of tests that could not be loaded is a failure. */
export function countJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** How many tests passed that name PostgreSQL, as each test of Backstage's TestDatabases does. */
export function countPostgresTests(report) {
  return report.testResults
    .flatMap(file => file.assertionResults)
    .filter(({ status }) => status === 'passed')
    .filter(({ fullName }) => /postgres/i.test(fullName)).length;
}
