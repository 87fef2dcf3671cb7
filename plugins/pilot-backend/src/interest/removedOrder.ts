/** What orders imported lines of one instant, and holds what they say behind it. */
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

/** Whether a line does not hold any more what it was told apart by. */
export function isRemovedOrder(order: string | undefined): boolean {
  return order !== undefined && removed.test(order);
}

/** What such a line and one that says all have in common. */
export function beginningOf(order: string | undefined): string | undefined {
  return order === undefined ? undefined : parts.exec(order)?.[1];
}
