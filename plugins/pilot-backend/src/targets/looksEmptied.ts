/** As many may be removed in one go of any catalog. */
const few = 10;

/**
 * Whether so much of what was there is missing at once that the catalog is rather
 * being rebuilt than cleared up: more than half of it.
 */
export function looksEmptied(count: {
  /** How many were there when they were last looked at. */
  readonly known: number;
  /** How many of them are missing now. */
  readonly missing: number;
}): boolean {
  return count.missing > few && count.missing * 2 > count.known;
}
