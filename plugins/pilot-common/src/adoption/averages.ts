/** The middle of some numbers; null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) {
    return null;
  }
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** The mean of some numbers; null of none. */
export function meanOf(values: readonly number[]): number | null {
  // Summed in order, so that the order in which they are given does not matter.
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0
    ? null
    : sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
}
