import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const docs = resolve(__dirname, '../../../../docs');

/** A page of the documentation as text. */
export const pageOf = (name: string) =>
  readFileSync(resolve(docs, `${name}.md`), 'utf8');

/** The tables of a page whose first column has this heading. */
export function tablesOf(name: string, heading: string): string[] {
  const tables = pageOf(name).match(/(^\|.*\n)+/gm) ?? [];
  return tables
    .filter(table => table.startsWith(`| ${heading} `))
    .map(table => table.trimEnd());
}

/** Rows as a Markdown table, aligned as prettier does; the first is the head. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(3, ...rows.map(row => row[column].length)),
  );
  const [head, ...body] = rows.map(row =>
    row.map((cell, column) => cell.padEnd(widths[column])),
  );
  const rule = widths.map(width => '-'.repeat(width));
  return [head, rule, ...body]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
