/**
 * Adds numbers up, the smallest first: the same numbers make the same sum, to the
 * last digit, in whatever order they come and whosever they are.
 */
export function addUp(values: readonly number[]): number {
  return [...values]
    .sort((a, b) => a - b)
    .reduce((sum, value) => sum + value, 0);
}
