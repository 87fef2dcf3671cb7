/** Counts what Playwright's JSON reporter wrote; a file of stories that could not be loaded is a failure. */
export function countPlaywright({ stats, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}
