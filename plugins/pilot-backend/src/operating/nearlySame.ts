/** Sums of the same numbers in another order differ by less than this, relatively. */
const rounding = 1e-9;

/** Returns whether two values say the same, but for the rounding of numbers. */
export function nearlySame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= rounding * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (a instanceof Date && b instanceof Date) {
    return a.getTime() === b.getTime();
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length && a.every((each, i) => nearlySame(each, b[i]))
    );
  }
  if (a && b && typeof a === 'object' && typeof b === 'object') {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every(key => nearlySame((a as any)[key], (b as any)[key]));
  }
  return a === b;
}
