/**
 * Returns the result of one suite: `{ name, passed, failed, skipped, problem }`. A problem is a
 * sentence saying that the suite did not run as it should; it counts as one failure, so that no sum
 * hides it.
 */
export function suiteResult(name, counts, problem) {
  const { passed = 0, failed = 0, skipped = 0 } = counts;
  const broken = problem ?? (passed + failed === 0 ? 'no test ran' : undefined);
  return {
    name,
    passed,
    failed: failed + (broken ? 1 : 0),
    skipped,
    ...(broken && { problem: broken }),
  };
}

/** The sum over all suites, as the one line that both commands end with. */
export function sumLine(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum(
    'skipped',
  )} skipped`;
}
