import { beginningOf, removedOrder } from '../interest/removedOrder';
import { interestOf, ReadLine } from './logLines';

/**
 * Lines without the texts that imported ones are ordered by within one instant.
 * They get numbers instead, in the same order.
 *
 * @param isTouched - where the texts are to go; they go from all that are ordered
 *   with them, so that the order stays
 */
export function withoutOrders(
  lines: readonly ReadLine[],
  isTouched: (line: ReadLine) => boolean,
): ReadLine[] {
  const groups = new Map<string, ReadLine[]>();
  for (const line of lines) {
    const key = groupOf(line);
    if (key !== undefined) {
      groups.set(key, [...(groups.get(key) ?? []), line]);
    }
  }
  const orders = new Map<ReadLine, string>();
  for (const group of groups.values()) {
    if (group.some(isTouched)) {
      const before = group.map(({ payload }) => payload!.order as string);
      const sorted = [...new Set(before)].sort();
      group.forEach((line, index) => {
        const rank = sorted.indexOf(before[index]);
        orders.set(line, removedOrder(before[index], rank));
      });
    }
  }
  return lines.map(line => {
    const order = orders.get(line);
    return order === undefined
      ? line
      : { row: line.row, payload: { ...line.payload, order } };
  });
}

/** Those of one interest and instant that are ordered by what they say. */
function groupOf(line: ReadLine): string | undefined {
  const beginning = beginningOf(line.payload?.order);
  return beginning === undefined
    ? undefined
    : [interestOf(line), line.row.at, beginning].join('\n');
}
