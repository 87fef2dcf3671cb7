/**
 * Says what is wrong with a configured duration of several units, and nothing where it has one. Configuration files
 * are merged key by key, so that `{ days: 120 }` in one and `{ weeks: 8 }` in the next would add up to 176 days
 * that nobody wrote.
 *
 * @param value - what stands under the key
 * @public
 */
export function mixedUnits(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const units = Object.keys(value);
  return units.length > 1
    ? `must have one unit, not ${units.join(
        ' and ',
      )}, which may come from two files and would add up; write it as a text, such as '36 hours' or 'P1DT12H'`
    : undefined;
}
