import { readFile } from 'node:fs/promises';
import { expect, Locator, Page } from '@playwright/test';

/** The table of the portfolio. */
export const portfolioTable = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Portfolio' });

/** The names in the rows of the portfolio, from top to bottom. */
export const portfolioNames = (page: Page): Locator =>
  portfolioTable(page).getByRole('rowheader').getByRole('link');

/** Presses a button that downloads CSV, and reads it: one record for each row, by the names of the columns. */
export async function downloadCsv(
  page: Page,
  button: Locator,
): Promise<{ fileName: string; rows: Array<Record<string, string>> }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button.click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  const [head, ...lines] = readCsv(text.replace(/^\uFEFF/, ''));
  expect(head.length).toBeGreaterThan(1);
  return {
    fileName: download.suggestedFilename(),
    rows: lines.map(cells =>
      Object.fromEntries(head.map((name, index) => [name, cells[index]])),
    ),
  };
}

/** Cells in quotes may hold commas, line breaks and doubled quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"');
    if (end === '' && cells.length === 0 && cell === '') break;
    cells.push(cell);
    if (end !== ',') {
      rows.push(cells);
      cells = [];
    }
  }
  return rows;
}
