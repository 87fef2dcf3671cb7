/** How many rows a CSV has, without its header. A quoted cell may have lines. */
export function countRows(csv: string): number {
  const withoutCells = csv.replace(/"[^"]*"/g, '');
  const lines = withoutCells.split(/\r?\n/).filter(line => line !== '');
  return Math.max(0, lines.length - 1);
}
