import type { Draws } from './draws';

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Returns the uncertainty of the mean of these values: one standard error. */
export function errorOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.map(value => (value - mean) ** 2);
  return Math.sqrt(meanOf(squares) / (values.length - 1));
}

/** The share of pairs in which the first is higher; equal ones count half. */
export function shareWon(
  ours: readonly number[],
  theirs: readonly number[],
): number {
  return meanOf(
    ours.map((value, index) => (Math.sign(value - theirs[index]) + 1) / 2),
  );
}

/** The 95 % bootstrap interval of a mean. */
export function intervalOf(
  values: readonly number[],
  draws: Draws,
): { low: number; high: number } {
  const means = Array.from({ length: 2000 }, () =>
    meanOf(values.map(() => draws.pick(values))),
  ).sort((a, b) => a - b);
  return { low: means[49], high: means[1949] };
}
