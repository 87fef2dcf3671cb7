import { existsSync, readFileSync } from 'node:fs';

/** The report that a test runner wrote, or undefined if it ended without one. */
export function readReport(file, parse = JSON.parse) {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return text === '' ? undefined : parse(text);
}
