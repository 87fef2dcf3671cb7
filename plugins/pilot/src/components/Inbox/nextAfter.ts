import type { Interest } from '@pilot-to-platform/plugin-pilot-common';

/** The row to go on with: the one below, or at the end the first one left. */
export function nextAfter(
  items: readonly Interest[],
  id: string,
): Interest | undefined {
  const at = items.findIndex(item => item.id === id);
  return items[at + 1] ?? items.find(item => item.id !== id);
}
