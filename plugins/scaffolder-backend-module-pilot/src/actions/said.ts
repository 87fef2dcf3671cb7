/**
 * Returns what an input says: forms give empty texts and lists for fields that
 * nobody filled in.
 */
export function said<T extends object>(input: T): Partial<T> {
  const isSaid = (value: unknown) =>
    value !== undefined &&
    value !== '' &&
    !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => isSaid(value)),
  ) as Partial<T>;
}
