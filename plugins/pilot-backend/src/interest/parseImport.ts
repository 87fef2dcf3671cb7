import { InputError } from '@backstage/errors';
import {
  ExchangeLine,
  exchangeLineSchema,
  ImportResult,
} from '@pilot-to-platform/plugin-pilot-common';

import { describeIssue } from '../kernel/http/describeIssue';

/** Lines that one request may hold. */
export const mostImportLines = 1000;

/** A line that can be imported, with its number in the request, from 1. */
export interface ParsedLine {
  readonly number: number;
  readonly line: ExchangeLine;
}

/**
 * Reads JSON lines. A line that cannot be read fails alone and says why.
 *
 * @throws InputError for more than 1,000 lines
 */
export function parseImport(
  text: string,
  now: Date,
): { lines: ParsedLine[]; failed: ImportResult['failed'] } {
  const raw = text
    .split('\n')
    .map((content, index) => ({ content: content.trim(), number: index + 1 }))
    .filter(({ content }) => content !== '');
  if (raw.length > mostImportLines) {
    throw new InputError(
      `The request holds ${raw.length} lines; send at most ${mostImportLines} at a time, in any order`,
    );
  }
  const lines: ParsedLine[] = [];
  const failed: ImportResult['failed'] = [];
  for (const { content, number } of raw) {
    const parsed = parseLine(content, now);
    if (typeof parsed === 'string') {
      failed.push({ line: number, message: parsed });
    } else {
      lines.push({ number, line: parsed });
    }
  }
  return { lines, failed };
}

function parseLine(content: string, now: Date): ExchangeLine | string {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    return `is not JSON: ${error instanceof Error ? error.message : error}`;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return 'a line must be one JSON object, such as {"type":"interest",…}';
  }
  const result = exchangeLineSchema.safeParse(json, { reportInput: true });
  if (!result.success) {
    return result.error.issues
      .map(issue => describeIssue(issue, exchangeLineSchema))
      .join('; ');
  }
  const line = result.data;
  const times =
    line.type === 'interest'
      ? { createdAt: line.createdAt, confirmedAt: line.confirmedAt }
      : { at: line.at };
  for (const [key, value] of Object.entries(times)) {
    if (value && new Date(value) > now) {
      return `${key}: ${value} is in the future`;
    }
  }
  if (
    line.type === 'interest' &&
    line.confirmedAt &&
    new Date(line.confirmedAt) < new Date(line.createdAt)
  ) {
    return `confirmedAt: ${line.confirmedAt} is before createdAt`;
  }
  return line;
}
