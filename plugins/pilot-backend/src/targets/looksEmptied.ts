/** As many may be removed in one go of any catalog. */
const few = 10;

/**
 * Tells whether so much of what was there is missing at once that the catalog is
 * rather being rebuilt than cleared up: all of it, or more than half where that is
 * more than a few. The last one may be removed by itself.
 */
export function looksEmptied(count: {
  /** Number of those that were there at the last look. */
  readonly known: number;
  /** Number of those that are missing now. */
  readonly missing: number;
}): boolean {
  const { known, missing } = count;
  return (
    (missing > 1 && missing === known) || (missing > few && missing * 2 > known)
  );
}
