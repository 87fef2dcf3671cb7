/** Beginning of an order; what the imported line says follows it. */
const parts = /^(1 \d{16}|2) /;
const removed = /^(?:1 \d{16}|2) ~\d{6}$/;

/**
 * The place of an imported line among those of its instant, without what it says.
 *
 * @param rank - its place among lines of the same beginning
 */
export function removedOrder(order: string, rank: number): string {
  const beginning = parts.exec(order)?.[1] ?? '2';
  return `${beginning} ~${String(rank).padStart(6, '0')}`;
}

/** True where a line has lost the text that told it apart. */
export function isRemovedOrder(order: string | undefined): boolean {
  return order !== undefined && removed.test(order);
}

/** Returns the beginning that such a line shares with one that says all. */
export function beginningOf(order: string | undefined): string | undefined {
  return order === undefined ? undefined : parts.exec(order)?.[1];
}
