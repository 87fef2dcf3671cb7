/** What rows say, gathered by their target. */
export function byTarget<Row extends { target_id: number | string }, T>(
  rows: readonly Row[],
  to: (row: Row) => T,
): Map<number, T[]> {
  const result = new Map<number, T[]>();
  for (const row of rows) {
    const id = Number(row.target_id);
    const own = result.get(id) ?? [];
    own.push(to(row));
    result.set(id, own);
  }
  return result;
}
