import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { demandExamplesTable } from './score.examples';

it('is what the documentation shows', async () => {
  const page = resolve(__dirname, '../../../../docs/demand.md');
  const tables = (await readFile(page, 'utf8')).match(/(^\|.*\n)+/gm) ?? [];
  const shown = tables.find(table => table.startsWith('| Case'));
  expect(shown?.trimEnd()).toBe(demandExamplesTable());
});
