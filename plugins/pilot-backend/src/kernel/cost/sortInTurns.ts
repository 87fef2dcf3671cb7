import { giveWay } from './giveWay';

/** Sorted at once: about a millisecond. */
const run = 2000;

/** Sorts any number of items as `sort` does, and gives way meanwhile. */
export async function sortInTurns<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Promise<T[]> {
  let runs: T[][] = [];
  for (let i = 0; i < items.length; i += run) {
    runs.push(items.slice(i, i + run).sort(compare));
    await giveWay();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      merged.push(await merge(runs[i], runs[i + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
): Promise<T[]> {
  const result: T[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const isFirst =
      j === b.length || (i < a.length && compare(a[i], b[j]) <= 0);
    result.push(isFirst ? a[i++] : b[j++]);
    if (result.length % run === 0) {
      await giveWay();
    }
  }
  return result;
}
