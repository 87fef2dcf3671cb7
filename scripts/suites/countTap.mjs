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
