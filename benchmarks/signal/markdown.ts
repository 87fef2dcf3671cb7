/** A table as Prettier lays it out, so that a repeated run changes nothing. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(3, ...rows.map(row => row[column].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  const [head, ...body] = rows;
  const rule = widths.map(width => '-'.repeat(width));
  return [head, rule, ...body].map(line).join('\n');
}

/** With a real minus sign. */
export const fixed = (value: number, decimals = 3) =>
  value.toFixed(decimals).replace('-', '−');

export const signed = (value: number) =>
  `${value < 0 ? '' : '+'}${fixed(value)}`;

export const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
